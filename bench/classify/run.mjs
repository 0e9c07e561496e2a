// Classifies docket texts in one warm process and prints how many per CPU second, and that what a text costs grows with
// its length alone. `npm run bench:classify -- [FILE.jsonl] [--seconds 2]`: lines of {text, court}, else the invented set.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { classify } from '@vigil/timeline';

const wanted = 20_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '2' } },
});
const file = positionals[0] ?? new URL('../../packages/timeline/test/docket-texts.jsonl', import.meta.url);
const rows = (await readFile(file, 'utf8'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter(({ text }) => text);
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const round = () => {
  for (const { text, court } of rows) classify({ text, labels: null, court });
};

for (let warm = 0; warm < 20; warm += 1) round();
const began = cpu();
let rounds = 0;
do {
  round();
  rounds += 1;
} while (cpu() - began < Number(values.seconds));
const perSecond = Math.round((rounds * rows.length) / (cpu() - began));
const length = Math.round(rows.reduce((sum, { text }) => sum + text.length, 0) / rows.length);
console.log(`${perSecond} texts of ${length} characters per CPU second (wanted: ${wanted})`);

for (const times of [1, 2, 4, 8]) {
  const text =
    'ORDER granting 4 Motion for TRO and denying 5 Motion to Stay Removal; hearing set for 3/4/2031. '.repeat(
      20 * times,
    );
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 30; run += 1) {
    const from = performance.now();
    classify({ text, labels: null, court: 'cacd' });
    best = Math.min(best, performance.now() - from);
  }
  console.log(`${text.length} characters: ${best.toFixed(2)} ms, ${((best / text.length) * 1e6).toFixed(0)} ns each`);
}
