import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { hasRedis, makeRedis, openTestQueue, until } from './stores.js';

const databaseUrl = 'postgres://nobody@127.0.0.1:1/none';
const quiet = (): void => undefined;

describe.runIf(hasRedis)('a queue whose Redis', () => {
  test('is killed and comes back empty goes on once its schedules are written again', async () => {
    const redis = await makeRedis();
    const queue = await openTestQueue({ databaseUrl, redisUrl: redis.url }, quiet);
    const wanted = [{ targetId: 't', everyMs: 1_000 }];
    let runs = 0;
    await queue.work(async () => void runs++, { concurrency: 2 });
    await queue.reconcile(wanted);
    await until(() => runs >= 2);
    await redis.restart();
    runs = 0;
    await queue.reconcile(wanted); // as each scraper does every minute
    expect(await until(() => runs >= 3, 20_000)).toBeLessThan(20_000);
  });

  test('is gone can still be closed, with its worker', async () => {
    const redis = await makeRedis();
    const queue = await openTestQueue({ databaseUrl, redisUrl: redis.url }, quiet);
    const worker = await queue.work(() => sleep(10), { concurrency: 1 });
    await redis.kill();
    const start = Date.now();
    await worker.close(100);
    await queue.close();
    expect(Date.now() - start).toBeLessThan(15_000);
  });

  test('is gone does not keep who asks waiting without end', async () => {
    const redis = await makeRedis();
    const queue = await openTestQueue({ databaseUrl, redisUrl: redis.url }, quiet);
    await redis.kill();
    await expect(queue.checkNow('t')).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE' });
  });
});
