import { VigilError } from '@vigil/errors';
import { describe, expect, test } from 'vitest';
import { makeStore, openTestQueue, storeNames, until } from './stores.js';

describe.each(storeNames)('on %s', (name) => {
  test('one Target is one job, however many ask for it at once', async () => {
    const store = await makeStore(name);
    const queues = await Promise.all([1, 2, 3, 4].map(() => openTestQueue(store)));
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => queues[i % 4]!.checkNow(i % 2 ? 'odd' : 'even')),
    );
    expect(answers.filter(({ queued }) => queued)).toHaveLength(2);
    expect((await queues[0]!.counts()).waiting).toBe(2);
  });

  test('a Target can be asked for again once its Check has ended, well or not', async () => {
    const queue = await openTestQueue(await makeStore(name), () => undefined);
    let release: (() => void) | undefined;
    let failing = false;
    await queue.work(
      async () => {
        await new Promise<void>((resolve) => (release = resolve));
        if (failing) throw new VigilError('NOT_A_FEED');
      },
      { concurrency: 2 },
    );
    for (failing of [false, true, false]) {
      expect(await queue.checkNow('t')).toEqual({ queued: true });
      await until(() => release !== undefined);
      expect((await queue.counts()).active).toBe(1);
      expect(await queue.checkNow('t')).toEqual({ queued: false });
      release?.();
      release = undefined;
      await until(async () => (await queue.counts()).active === 0);
    }
  });

  test('a Check that was put off is brought forward when somebody asks for it now', async () => {
    const queue = await openTestQueue(await makeStore(name), () => undefined);
    const attempts: number[] = [];
    await queue.work(
      async ({ attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) throw new VigilError('FETCH_RATE_LIMITED', 'slow down', { retryAfterMs: 3_600_000 });
      },
      { concurrency: 1 },
    );
    await queue.checkNow('t');
    await until(async () => (await queue.counts()).delayed === 1);
    expect(await queue.checkNow('t')).toEqual({ queued: false });
    expect(await until(() => attempts.length === 2)).toBeLessThan(10_000);
    expect(attempts).toEqual([1, 2]);
  });
});
