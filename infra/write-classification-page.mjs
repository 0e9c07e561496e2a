// Writes docs/classification.md: every tag and every rule of the classifier.
import { writeFile } from 'node:fs/promises';
import { RULES_VERSION, rules, tags } from '@vigil/timeline';

const kinds = {
  matter: ['Matters', 'What motions ask for and rulings are about. A longer phrase is preferred to a shorter one.'],
  ruling: [
    'Rulings',
    'What is done to a matter, and by the matter’s kind what that comes to; `motion`: where a motion asks for it.',
  ],
  document: [
    'Documents',
    'What an entry is, by its first words: who speaks in it, its own tag, and what it does to motions.',
  ],
  act: ['Commands', 'What a court forbids or commands to be done to people, in words that name no motion.'],
  label: ['Labels', 'Words that are a tag by themselves.'],
};
const code = (text) => `\`${text}\``;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
const section = ([kind, [title, about]]) => [
  `## ${title}`,
  '',
  about,
  '',
  ...rules
    .filter(({ id }) => id.startsWith(`${kind}.`))
    .flatMap(({ id, about: line, yields, phrases }) => [
      `- ${code(id)}: ${line}`,
      ...(yields.length > 0 ? [`  - yields ${yields.map(code).join(', ')}`] : []),
      `  - ${phrases.map(code).join(', ')}`,
    ]),
  '',
];

export async function writeClassificationPage() {
  await writeFile(
    new URL('../docs/classification.md', import.meta.url),
    [
      '# Classification',
      '',
      '<!-- Written by infra/write-classification-page.mjs; do not edit. -->',
      '',
      `What Vigil reads out of docket texts, and by which rules; version ${RULES_VERSION} of them. What a text does not say`,
      'itself is cut off first (attachments, when it was entered and edited); its words become sentences of what they mean;',
      'by who speaks in it, rulings, filings, commands and labels are read. A filing is never a ruling. In phrases `a|b` is',
      'either, `word?` may be absent, `motion(s)` is with or without the ending.',
      '',
      '## Tags',
      '',
      ...table(
        ['Tag', 'Meaning'],
        tags.map(({ tag, about }) => [code(tag), about]),
      ),
      '',
      ...Object.entries(kinds).flatMap(section),
    ].join('\n'),
  );
}
