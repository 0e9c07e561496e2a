import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drill, readSpecimens, runChecks } from '../src/index.js';
import { specimens as written } from './cries.js';
import { crier as source } from './crier.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-'));
  for (const { name, params, page } of written) {
    const { url, body, ...meta } = page;
    const own = join(folder, 'fixtures', name);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'request.json'), JSON.stringify({ url, params }));
    writeFileSync(join(own, 'meta.json'), JSON.stringify(meta));
    writeFileSync(join(own, 'response.xml'), body);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

it('the example of the README runs, and is this', () => {
  const specimens = readSpecimens(source, folder);
  const results = runChecks({ source, folder: 'town-crier', specimens });
  expect(results.filter(({ state }) => state === 'FAILED')).toEqual([]);
  expect(drill(source, specimens).score).toBe(1);
  const [readme, itself] = ['../README.md', './readme.test.ts'].map((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  );
  const [, example] = /```ts\n([^]*?)```/.exec(readme!)!;
  const lines = example!.trim().split('\n');
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(itself).toContain(line.replace(/;(?: \/\/.*)?$/, ''));
  expect(lines.map((line) => / \/\/ (.*)$/.exec(line)?.[1])).toEqual([undefined, undefined, '[]', '1']);
});
