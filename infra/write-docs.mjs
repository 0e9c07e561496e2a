// Writes the pages of docs/ that are lists of what the code holds: the errors and the settings.
import { writeFile } from 'node:fs/promises';
import { catalogue } from '@vigil/errors';
import { settingsTable } from '@vigil/settings';
import { writeClassificationPage } from './write-classification-page.mjs';
import { writeSourcePages } from './write-source-pages.mjs';

const page = (title, intro, head, rows) =>
  [
    `# ${title}`,
    '',
    `<!-- Written by infra/write-docs.mjs; do not edit. -->`,
    '',
    intro,
    '',
    ...table(head, rows),
    '',
  ].join('\n');
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
const policies = {
  retry: 'again soon, with back-off',
  wait: 'at the next scheduled Check',
  quarantine: 'the Source waits for a person',
  attend: 'a person, in a visible browser',
  stop: 'not before something changes',
};

await writeFile(
  new URL('../docs/errors.md', import.meta.url),
  page(
    'Errors',
    'Every error that Vigil reports has a code of this list, in logs, in `extensions.code` of GraphQL and on the command line.',
    ['Code', 'What happened', 'Tried again', 'Way out'],
    Object.entries(catalogue).map(([code, { policy, title, wayOut }]) => [
      `\`${code}\``,
      title,
      policies[policy],
      wayOut,
    ]),
  ),
);
await writeFile(
  new URL('../docs/settings.md', import.meta.url),
  page(
    'Settings',
    'Read once from the environment. A wrong one, and a name that begins with `VIGIL_` and is none of these, is refused by name.',
    ['Name', 'For'],
    Object.entries(settingsTable).map(([name, { about }]) => [`\`${name}\``, about]),
  ),
);
await writeClassificationPage();
await writeSourcePages();
