import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { note, startTracing, traced } from '../src/index.js';

it('the example of the README runs, and is this', async () => {
  const log: string[] = [];
  const tracing = await startTracing({
    service: 'vigil-example',
    env: {},
    onError: (message) => log.push(message),
  });
  const answer = await traced('vigil.example', async () => {
    note({ 'vigil.example.size': 42 });
    return 42;
  });
  await tracing.stop();
  expect(answer).toBe(42);
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const own = await readFile(new URL(import.meta.url), 'utf8');
  const example = /```ts\n(.*?)```/s.exec(readme)![1]!.trim();
  expect(own.replaceAll(/^ {2}/gm, '')).toContain(example);
});
