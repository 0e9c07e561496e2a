import { VigilError } from '@vigil/errors';
import { describe, expect, test } from 'vitest';
import { runAgainAfterMs } from '../src/run-again.js';
import { makeStore, openTestQueue, storeNames, until } from './stores.js';

const seconds = (n: number): number => n * 1_000;

test('an error to retry runs again three times with growing pauses, then waits for the next period', () => {
  const error = new VigilError('FETCH_TIMEOUT');
  expect([1, 2, 3, 4].map((attempt) => runAgainAfterMs(error, attempt))).toEqual([
    seconds(5),
    seconds(10),
    seconds(20),
    null,
  ]);
});

test('Retry-After is waited for, and longer each time where the publisher keeps naming a short one', () => {
  const short = new VigilError('FETCH_UNAVAILABLE', 'busy', { retryAfterMs: seconds(1) });
  expect([1, 2, 3].map((attempt) => runAgainAfterMs(short, attempt))).toEqual([seconds(5), seconds(10), seconds(20)]);
  expect(runAgainAfterMs(short, 60)).toBe(seconds(3_600));
  const long = new VigilError('FETCH_RATE_LIMITED', 'slow down', { retryAfterMs: seconds(86_400) });
  expect([1, 60].map((attempt) => runAgainAfterMs(long, attempt))).toEqual([seconds(86_400), seconds(86_400)]);
});

test.each(['FETCH_UNAVAILABLE', 'NOT_A_FEED', 'BLOCKED_BY_PUBLISHER', 'INTERNAL'] as const)(
  '%s without Retry-After waits for the next period',
  (code) => {
    expect(runAgainAfterMs(new VigilError(code), 1)).toBeNull();
  },
);

describe.each(storeNames)('on %s', (name) => {
  test('the ticks of a Target that was told to wait are not heard before its time', async () => {
    const queue = await openTestQueue(await makeStore(name), () => undefined);
    const runs: { readonly attempt: number; readonly at: number }[] = [];
    await queue.work(
      async ({ attempt }) => {
        runs.push({ attempt, at: Date.now() });
        if (runs.length === 1) throw new VigilError('FETCH_RATE_LIMITED', 'slow down', { retryAfterMs: seconds(6) });
      },
      { concurrency: 3 },
    );
    await queue.reconcile([{ targetId: 'busy', everyMs: seconds(1) }]);
    await until(() => runs.length === 2);
    expect(runs.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(runs[1]!.at - runs[0]!.at).toBeGreaterThanOrEqual(seconds(6));
    await until(() => runs.length === 4); // and then its period goes on
  });

  test('whatever a handler throws is reported with its Target, and the worker goes on', async () => {
    const store = await makeStore(name);
    const reports: (readonly [string, string | null])[] = [];
    const queue = await openTestQueue(store, (error, targetId) => reports.push([error.code, targetId]));
    const done: string[] = [];
    await queue.work(
      async ({ targetId }) => {
        if (targetId === 'typed') throw new VigilError('NOT_A_FEED');
        // oxlint-disable-next-line typescript/only-throw-error -- a library may
        if (targetId === 'odd') throw 'no error at all';
        done.push(targetId);
      },
      { concurrency: 1 },
    );
    for (const targetId of ['typed', 'odd', 'well']) await queue.checkNow(targetId);
    await until(() => done.length === 1);
    expect(reports).toEqual([
      ['NOT_A_FEED', 'typed'],
      ['INTERNAL', 'odd'],
    ]);
    await until(async () => (await queue.counts()).active === 0);
    expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 2 });
  });

  test('ended Checks do not pile up', async () => {
    const queue = await openTestQueue(await makeStore(name), () => undefined);
    let runs = 0;
    await queue.work(
      async () => {
        if (++runs > 100) throw new VigilError('NOT_A_FEED');
      },
      { concurrency: 10 },
    );
    for (let hundred = 0; hundred < 7; hundred++) {
      await Promise.all(Array.from({ length: 100 }, (_, i) => queue.checkNow(`${hundred}-${i}`)));
    }
    await until(() => runs === 700, 30_000);
    await until(async () => (await queue.counts()).active === 0);
    const { failed, ...others } = await queue.counts();
    expect(others).toEqual({ waiting: 0, active: 0, delayed: 0 });
    expect(failed).toBeGreaterThanOrEqual(500);
    expect(failed).toBeLessThan(520); // ten workers trim at once
  });
});
