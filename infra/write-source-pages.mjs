// Writes a page of docs/sources/ for each Source: what it is, what proves it, and what does not.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drill, outcomeOf, readSpecimens, runChecks } from '@vigil/source-lab';
import { sources } from '@vigil/sources';

const folder = new URL('../docs/sources/', import.meta.url);
const states = { PASSED: 'passed', FAILED: 'fails', BYPASSED: 'bypassed', NOT_APPLICABLE: 'does not apply' };
const howRead = {
  open: 'Vigil looks by itself',
  attended: 'a person opens the page',
  mailbox: 'Vigil reads the operator’s mailbox, or mails that a person saved',
};
/** Depends on the machine. */
const measured = 'S12';

export async function writeSourcePages() {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder))
    if (!sources.has(name.replace(/\.md$/, ''))) await rm(new URL(name, folder));
  for (const [id, source] of sources) await writeFile(new URL(`${id}.md`, folder), pageOf(id, source));
}

function pageOf(id, source) {
  const home = fileURLToPath(new URL(`../packages/sources/src/${id}`, import.meta.url));
  const specimens = readSpecimens(source, home);
  const checks = runChecks({ source, folder: id, specimens });
  const { results, score, mandatoryScore } = drill(source, specimens);
  const { title, homepage, access, proved = {} } = source.about;
  const count = (verdict) => results.filter((result) => result.verdict === verdict).length;
  return [
    `# ${title}`,
    '',
    '<!-- Written by infra/write-source-pages.mjs; do not edit. -->',
    '',
    `\`${id}\`, version ${source.version}, a ${source.kind}; ${howRead[source.access]}. Publisher: <${homepage}>.`,
    access,
    '',
    ...facts(source),
    '',
    '## What proves it',
    '',
    ...list([
      `On specimens, which are invented: ${specimens.map((specimen) => specimenText(source, specimen)).join('; ')}.`,
      `On recorded pages: ${proved.recorded ?? 'nothing yet.'}`,
      `On the simulator: ${proved.simulated ?? 'nothing yet.'}`,
      'On the live site: nothing. Tests never contact it.',
      `In the drill (${results.length} changes of a page): ${count('LOUD')} loud, ${count('CAUGHT')} caught by a monitor, ${count('HARMLESS')} harmless, ${count('SILENT')} silent; ${percent(score)} of what does harm, ${percent(mandatoryScore)} of empty, challenged, closed and truncated pages.`,
    ]),
    '',
    ...table(
      ['Check', '', 'What it asks', ''],
      checks.map(({ check, state, details }) => [
        check.id,
        check.level,
        check.title,
        check.id === measured ? 'measured at each run' : [states[state], ...details].join('; '),
      ]),
    ),
    '',
  ].join('\n');
}

function facts({ schedule, expects, ...source }) {
  return list([
    `Looked at every ${span(schedule.every)} unless a Watch wishes otherwise, never more often than every ${span(schedule.atMost)}.`,
    ...(source.kind === 'feed' ? [`The publisher keeps an item for ${span(source.window)} at least.`] : []),
    `Silent for up to ${span(expects.quiet)} of business time; a page without a record is ${expects.empty === 'never' ? 'always a failure' : 'a failure unless it proves that there is none'}.`,
  ]);
}

function specimenText(source, specimen) {
  const outcome = outcomeOf(source, specimen);
  if ('error' in outcome) throw outcome.error;
  const records = outcome.reading.statements.filter(({ kind }) => kind !== 'case').length;
  return `\`${specimen.name}\` with ${records} ${records === 1 ? 'record' : 'records'}`;
}

const list = (lines) => lines.map((line) => `- ${line}`);
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
const percent = (share) => `${Math.floor(share * 100)} %`;
const units = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
];

function span(ms) {
  const [size, unit] = units.find(([of]) => ms % of === 0) ?? [1_000, 'second'];
  return `${ms / size} ${unit}${ms === size ? '' : 's'}`;
}
