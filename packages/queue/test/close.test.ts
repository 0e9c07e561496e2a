import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { makeStore, openTestQueue, storeNames, until } from './stores.js';

describe.each(storeNames)('on %s', (name) => {
  test('a worker that closes takes no more jobs and waits for those it runs', async () => {
    const queue = await openTestQueue(await makeStore(name));
    const log: string[] = [];
    const worker = await queue.work(
      async ({ targetId }) => {
        log.push(`start ${targetId}`);
        await sleep(1_000);
        log.push(`end ${targetId}`);
      },
      { concurrency: 1 },
    );
    await queue.checkNow('a');
    await queue.checkNow('b');
    await until(() => log.length === 1);
    const start = Date.now();
    await worker.close(10_000);
    expect(Date.now() - start).toBeLessThan(10_000);
    expect(log).toEqual(['start a', 'end a']);
    expect(await queue.counts()).toEqual({ waiting: 1, active: 0, delayed: 0, failed: 0 });
  });

  test('a worker that closes leaves what is asked for meanwhile to another, though it has a hand free', async () => {
    const store = await makeStore(name);
    const queue = await openTestQueue(store);
    const ran: string[] = [];
    let release: (() => void) | undefined;
    const worker = await queue.work(
      async ({ targetId }) => {
        ran.push(`${targetId} here`);
        await new Promise<void>((resolve) => (release = resolve));
      },
      { concurrency: 2 },
    );
    await queue.checkNow('a');
    await until(() => release !== undefined);
    const closed = worker.close(60_000);
    await queue.checkNow('b');
    const other = await openTestQueue(store);
    await other.work(async ({ targetId }) => void ran.push(`${targetId} there`), { concurrency: 1 });
    await until(() => ran.length === 2);
    release?.();
    await closed;
    expect(ran).toEqual(['a here', 'b there']);
    await until(async () => (await queue.counts()).active === 0);
  });

  test('after the time of grace a Check is aborted and given back, and another worker runs it soon', async () => {
    const store = await makeStore(name);
    const queue = await openTestQueue(store);
    let started = false;
    const worker = await queue.work(
      async ({ signal }) => {
        started = true;
        await sleep(60_000, undefined, { signal });
      },
      { concurrency: 1 },
    );
    await queue.checkNow('long');
    await until(() => started);
    const start = Date.now();
    await worker.close(500);
    expect(Date.now() - start).toBeLessThan(10_000);
    expect(await queue.counts()).toEqual({ waiting: 1, active: 0, delayed: 0, failed: 0 });
    const attempts: number[] = [];
    await (await openTestQueue(store)).work(async ({ attempt }) => void attempts.push(attempt), { concurrency: 1 });
    expect(await until(() => attempts.length === 1)).toBeLessThan(10_000);
    expect(attempts).toEqual([2]);
  });

  test('a Check that does not hear its signal does not hold up the closing', async () => {
    const queue = await openTestQueue(await makeStore(name));
    let started = false;
    let release = (): void => undefined;
    const worker = await queue.work(
      async () => {
        started = true;
        await new Promise<void>((resolve) => (release = resolve));
      },
      { concurrency: 1 },
    );
    await queue.checkNow('deaf');
    await until(() => started);
    const start = Date.now();
    await worker.close(200);
    expect(Date.now() - start).toBeLessThan(3_000);
    expect((await queue.counts()).active).toBe(1);
    release();
  });

  test('closing waits for what was asked before, and cuts a long reconciliation short', async () => {
    const queue = await openTestQueue(await makeStore(name));
    const wanted = Array.from({ length: 1_000 }, (_, i) => ({ targetId: `t${i}`, everyMs: 60_000 }));
    const reconciled = queue.reconcile(wanted);
    const asked = queue.checkNow('t');
    await Promise.all([
      queue.close(),
      expect(reconciled).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE' }),
      expect(asked).resolves.toEqual({ queued: true }),
    ]);
  });

  test('closing the queue closes its workers, and may be asked for twice', async () => {
    const queue = await openTestQueue(await makeStore(name));
    await queue.work(async () => undefined, { concurrency: 1 });
    await Promise.all([queue.close(), queue.close()]);
    await expect(queue.counts()).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE' });
  });
});
