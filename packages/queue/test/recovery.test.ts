import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { atEnd, makeStore, openTestQueue, storeNames, until, type Store } from './stores.js';

describe.each(storeNames)('on %s', (name) => {
  test('a Check whose worker was killed runs again within 30 seconds of a restart, and its Target is free after it', async () => {
    const store = await makeStore(name);
    const queue = await openTestQueue(store);
    await queue.checkNow('orphan');
    await killMidCheck(store);
    expect(await queue.checkNow('orphan')).toEqual({ queued: false });

    const attempts: number[] = [];
    await queue.work(async ({ attempt }) => void attempts.push(attempt), { concurrency: 2 });
    const took = await until(() => attempts.length > 0, 30_000);
    expect(attempts).toEqual([2]);
    process.stderr.write(`${name}: taken up again after ${took} ms\n`);
    await until(async () => (await queue.counts()).active === 0);
    expect(await queue.checkNow('orphan')).toEqual({ queued: true });
  }, 60_000);
});

test('a Check that lost its lock to another worker is told to stop', async () => {
  const store = await makeStore('Postgres');
  const queue = await openTestQueue(store, () => undefined);
  let started = false;
  let aborted = false;
  await queue.work(
    async ({ signal }) => {
      started = true;
      await sleep(60_000, undefined, { signal }).catch(() => (aborted = true));
    },
    { concurrency: 1 },
  );
  await queue.checkNow('lost');
  await until(() => started);
  await withClient(store, (client) =>
    client.query(`UPDATE bullmq.job SET lock_token = 'of another' WHERE state = 'active'`),
  );
  expect(await until(() => aborted, 15_000)).toBeLessThan(12_000);
});

test('work goes on after the database has dropped every connection of the queue', async () => {
  const store = await makeStore('Postgres');
  const queue = await openTestQueue(store, () => undefined);
  let runs = 0;
  await queue.work(async () => void runs++, { concurrency: 2 });
  await queue.reconcile([{ targetId: 't', everyMs: 1_000 }]);
  await until(() => runs === 2);
  await withClient(store, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    ),
  );
  runs = 0;
  expect(await until(() => runs === 3, 20_000)).toBeLessThan(15_000);
});

test.each([
  ['Postgres', { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', redisUrl: null }],
  ['Redis', { databaseUrl: 'postgres://nobody@127.0.0.1:1/none', redisUrl: 'redis://127.0.0.1:1' }],
])('a queue whose %s does not answer does not open', async (_name, store) => {
  await expect(openTestQueue(store)).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE' });
});

test('who asks a queue whose store is gone is told so', async () => {
  const store = await makeStore('Postgres');
  const queue = await openTestQueue(store, () => undefined);
  await withClient(store, (client) => client.query('DROP SCHEMA bullmq CASCADE'));
  const answers = [queue.checkNow('t'), queue.counts(), queue.reconcile([])];
  await Promise.all(answers.map((answer) => expect(answer).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE' })));
});

async function killMidCheck({ databaseUrl, redisUrl }: Store): Promise<void> {
  const script = new URL('doomed-worker.mjs', import.meta.url).pathname;
  const worker = spawn(process.execPath, [script, databaseUrl, ...(redisUrl ? [redisUrl] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(worker, 'exit');
  atEnd(async () => {
    worker.kill('SIGKILL');
    await exited;
  });
  await once(worker.stdout, 'data');
  worker.kill('SIGKILL');
  await exited;
}

async function withClient(store: Store, use: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(store.databaseUrl);
  await client.connect();
  await use(client);
  await client.end();
}
