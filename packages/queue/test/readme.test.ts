import { EventEmitter, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openQueue } from '../src/index.js';
import { makeStore } from './stores.js';

test('the example of the README runs, and is this', async () => {
  const { databaseUrl } = await makeStore('Postgres');
  const log: string[] = [];
  // README
  const queue = await openQueue({ databaseUrl, redisUrl: null, onError: (error) => log.push(error.code) });
  await queue.reconcile([{ targetId: 'cacd', everyMs: 300_000 }]); // from Postgres, at start and every minute
  const looks = new EventEmitter();
  const first = once(looks, 'check');
  const worker = await queue.work(async ({ targetId, attempt }) => void looks.emit('check', targetId, attempt), {
    concurrency: 5,
  });
  await queue.checkNow('cacd'); // no second job where one waits or runs
  const [target, attempt] = await first; // 'cacd', 1
  await worker.close(10_000);
  await queue.close();
  // end
  expect([target, attempt]).toEqual(['cacd', 1]);
  expect(log).toEqual([]);

  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const itself = await readFile(new URL(import.meta.url), 'utf8');
  const shown = /```ts\n(.*?)```/s.exec(readme)?.[1];
  const run = /\/\/ README\n(.*?) *\/\/ end/s.exec(itself)?.[1];
  expect(shown).toBe(run?.replaceAll(/^ {2}/gm, ''));
});
