import { setTimeout as sleep } from 'node:timers/promises';
import { VigilError } from '@vigil/errors';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { makeStore, openTestQueue, storeNames, until, type Store } from './stores.js';

const seconds = (n: number): number => n * 1_000;

describe.each(storeNames)('on %s', (name) => {
  test('the schedules become as wanted, and wanting the same again changes nothing', async () => {
    const queue = await openTestQueue(await makeStore(name));
    const [a, b, c] = ['a', 'b', 'c'].map((targetId) => ({ targetId, everyMs: seconds(60) }));
    expect(await queue.reconcile([a!, b!])).toEqual({ added: 2, changed: 0, removed: 0 });
    expect(await queue.reconcile([b!, a!])).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await queue.reconcile([{ ...a!, everyMs: seconds(90) }, c!])).toEqual({ added: 1, changed: 1, removed: 1 });
    expect(await queue.reconcile([{ ...a!, everyMs: seconds(90) }, c!])).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await queue.reconcile([])).toEqual({ added: 0, changed: 0, removed: 2 });
  });

  test('a new Target is checked at once, without waiting for its slot', async () => {
    const queue = await openTestQueue(await makeStore(name));
    const checked: string[] = [];
    await queue.work(async ({ targetId }) => void checked.push(targetId), { concurrency: 1 });
    await queue.reconcile([{ targetId: 'new', everyMs: seconds(86_400) }]);
    expect(await until(() => checked.length === 1)).toBeLessThan(10_000);
  });

  test('a changed period is followed', async () => {
    const queue = await openTestQueue(await makeStore(name));
    let runs = 0;
    await queue.work(async () => void runs++, { concurrency: 1 });
    await queue.reconcile([{ targetId: 'faster', everyMs: seconds(3_600) }]);
    await until(() => runs === 1);
    await queue.reconcile([{ targetId: 'faster', everyMs: seconds(1) }]);
    await until(() => runs >= 4);
    expect(await queue.reconcile([{ targetId: 'faster', everyMs: seconds(1) }])).toEqual({
      added: 0,
      changed: 0,
      removed: 0,
    });
  });

  test('a Target that is gone is checked no more, and what it had waiting is withdrawn', async () => {
    const queue = await openTestQueue(await makeStore(name), () => undefined);
    let runs = 0;
    await queue.reconcile([{ targetId: 'gone', everyMs: seconds(1) }]);
    const worker = await queue.work(
      async () => {
        runs++;
        throw new VigilError('FETCH_RATE_LIMITED', 'slow down', { retryAfterMs: seconds(3_600) });
      },
      { concurrency: 1 },
    );
    await until(async () => (await queue.counts()).delayed === 1);
    await queue.reconcile([]);
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    await sleep(2_500);
    expect(runs).toBe(1);
    await worker.close(1_000);
  });

  test('twenty processes may reconcile at once', async () => {
    const store = await makeStore(name);
    const queues = await Promise.all(Array.from({ length: 20 }, () => openTestQueue(store)));
    const wanted = Array.from({ length: 30 }, (_, i) => ({ targetId: `t${i}`, everyMs: seconds(60) }));
    await Promise.all(queues.map((queue) => queue.reconcile(wanted)));
    expect(await queues[0]!.reconcile(wanted)).toEqual({ added: 0, changed: 0, removed: 0 });
    expect((await queues[0]!.counts()).waiting).toBe(30);
  });

  test('what the store has lost is made again', async () => {
    const store = await makeStore(name);
    const queue = await openTestQueue(store);
    let runs = 0;
    const wanted = [{ targetId: 'lost', everyMs: seconds(1) }];
    await queue.reconcile(wanted);
    await loseTicks(store);
    await queue.work(async () => void runs++, { concurrency: 1 });
    const { added, changed } = await queue.reconcile(wanted);
    expect(added + changed).toBe(1);
    await until(() => runs >= 3);
  });
});

/** On Redis everything is lost, on Postgres the tick of a schedule that stays behind. */
async function loseTicks({ databaseUrl, redisUrl }: Store): Promise<void> {
  if (redisUrl) {
    const redis = new Redis(redisUrl);
    await redis.flushall();
    redis.disconnect();
    return;
  }
  const client = new Client(databaseUrl);
  await client.connect();
  await client.query(`DELETE FROM bullmq.job WHERE queue = 'vigil-ticks'`);
  await client.query(`UPDATE bullmq.scheduler SET next_run_ms = next_run_ms - 600000`);
  await client.end();
}
