import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { captureKey, mergeEvents, observe, readHearings } from '../src/index.js';
import { entry, keysOf } from './recorder.js';

it('the examples of the README run, and are these', async () => {
  const statement = entry(keysOf(9, 2, null), ['Order to Show Cause']);
  const sha256 = '0'.repeat(64);
  // README
  const observation = observe('cmecf-rss', statement);
  const first = captureKey('2026-03-02T16:00:00.000Z', sha256);
  const run = { target: 'feed', first, last: null, whole: false, missed: [] };
  const [event] = mergeEvents([{ observation, runs: [run] }]);
  // end
  expect(event?.states.at(-1)?.content.headline).toBe('Order to Show Cause');
  // README
  const [hearing] = readHearings('Status Conference set for 4/6/2026 is advanced to 4/2/2026 at 9:30 AM', {
    filedOn: '2026-03-02',
    zone: 'America/Los_Angeles',
  });
  // end
  expect([hearing?.action, hearing?.isEarlier]).toEqual(['RESET', true]);
  const lines = (text: string): string => text.replaceAll(/\s/g, '').replaceAll(',}', '}');
  const [readme, itself] = await Promise.all(
    ['../README.md', './readme.test.ts'].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  );
  const runs = [...itself!.matchAll(/^ {2}\/\/ README\n([^]*?)\/\/ end/gm)];
  expect(runs).toHaveLength(2);
  for (const [, run] of runs) expect(lines(readme!)).toContain(lines(run!));
});
