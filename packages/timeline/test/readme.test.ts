import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { captureKey, mergeEvents, observe } from '../src/index.js';
import { entry, keysOf } from './recorder.js';

it('the example of the README runs, and is this', async () => {
  const statement = entry(keysOf(9, 2, null), ['Order to Show Cause']);
  const sha256 = '0'.repeat(64);
  // README
  const observation = observe('cmecf-rss', statement);
  const first = captureKey('2026-03-02T16:00:00.000Z', sha256);
  const run = { target: 'feed', first, last: null, whole: false, missed: [] };
  const [event] = mergeEvents([{ observation, runs: [run] }]);
  // end
  expect(event?.states.at(-1)?.content.headline).toBe('Order to Show Cause');
  const lines = (text: string): string => text.replaceAll(/\s/g, '').replaceAll(',}', '}');
  const [readme, itself] = await Promise.all(
    ['../README.md', './readme.test.ts'].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  );
  const shown = /\/\/ README\n([^]*?)\/\/ end/.exec(itself!)![1]!;
  expect(lines(readme!)).toContain(lines(shown));
});
