import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { asVigilError, VigilError } from '../src/index.js';

it('the example of the README runs, and is this', async () => {
  const error = new VigilError('FETCH_RATE_LIMITED', 'asked to wait', { retryAfterMs: 120_000 });
  expect([error.policy, asVigilError(new Error('socket hang up')).code]).toEqual(['wait', 'INTERNAL']);
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(
    "const error = new VigilError('FETCH_RATE_LIMITED', 'asked to wait', { retryAfterMs: 120_000 });",
  );
  expect(readme).toContain("asVigilError(new Error('socket hang up')).code; // 'INTERNAL'");
});
