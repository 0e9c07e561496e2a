import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { createTestDatabase, sharedFolder } from '../src/testing.js';

it('the example of the README is what a test does', async () => {
  const example = async (): Promise<string> => {
    // example
    const database = await createTestDatabase();
    onTestFinished(database.drop);
    const page = readFileSync(`${sharedFolder('conformance')}/README.md`, 'utf8');
    // end
    return `${database.url}\n${page}`;
  };
  expect(await example()).toMatch(/^postgresql:/);
  const [, inTest = 'none'] =
    /\/\/ example\n([^]*?)\n *\/\/ end/.exec(readFileSync(import.meta.filename, 'utf8')) ?? [];
  const [, inReadme] = /```ts\n([^]*?)\n```/.exec(readFileSync(new URL('../README.md', import.meta.url), 'utf8')) ?? [];
  expect(inTest.replace(/^ {4}/gm, '')).toBe(inReadme);
});
