import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { planSchedules, scheduleKey, slotOf, type SchedulePlan } from '../src/schedule-plan.js';
import { makeStore, openTestQueue, storeNames, until } from './stores.js';

describe.each(storeNames)('on %s', (name) => {
  test('a Check that takes longer than its period never overlaps itself, however many workers are free', async () => {
    const store = await makeStore(name);
    const starts: number[] = [];
    let now = 0;
    let most = 0;
    const handler = async (): Promise<void> => {
      starts.push(Date.now());
      most = Math.max(most, ++now);
      await sleep(2_500);
      now--;
    };
    const [one, other] = [await openTestQueue(store), await openTestQueue(store)];
    await one.reconcile([{ targetId: 'slow', everyMs: 1_000 }]);
    await one.work(handler, { concurrency: 5 });
    await other.work(handler, { concurrency: 5 });
    await sleep(9_000);
    expect(most).toBe(1);
    expect(starts.length).toBeGreaterThanOrEqual(3);
  });

  test('after many missed periods a Target is checked once to catch up, then in its slot', async () => {
    const store = await makeStore(name);
    const schedule = { targetId: 'missed', everyMs: 6_000 };
    const starts: number[] = [];
    const handler = async (): Promise<void> => void starts.push(Date.now());
    const queue = await openTestQueue(store);
    await queue.reconcile([schedule]);
    const worker = await queue.work(handler, { concurrency: 5 });
    await until(() => starts.length === 2, 20_000);
    await worker.close(1_000);

    await sleep(18_000);
    const halfWay = (slotOf(schedule) + 3_000) % 6_000;
    await until(() => Math.abs((Date.now() % 6_000) - halfWay) < 100);
    starts.length = 0;
    const restarted = Date.now();
    await queue.work(handler, { concurrency: 5 });
    await sleep(2_600);
    expect(starts).toHaveLength(1);
    expect(starts[0]! - restarted).toBeLessThan(2_500);
    await until(() => starts.length === 3, 30_000);
    const afterSlotMs = (start: number): number => (start - slotOf(schedule) + 6_000) % 6_000;
    expect(afterSlotMs(starts[1]!)).toBeLessThan(2_500);
    expect(afterSlotMs(starts[2]!)).toBeLessThan(2_500);
  }, 120_000);
});

test('a slot lies within the period and is always the same', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 86_400_000 }), (targetId, everyMs) => {
      const slot = slotOf({ targetId, everyMs });
      expect(slot).toBeGreaterThanOrEqual(1);
      expect(slot).toBeLessThanOrEqual(Math.max(everyMs - 1, 1));
      expect(slotOf({ targetId, everyMs })).toBe(slot);
    }),
  );
});

test('the Targets of one period are spread evenly over it', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 10_000; i++)
    tenths[Math.floor(slotOf({ targetId: `target-${i}`, everyMs: 300_000 }) / 30_000)]!++;
  expect(Math.min(...tenths)).toBeGreaterThan(900);
  expect(Math.max(...tenths)).toBeLessThan(1_100);
});

test('a schedule that is late by more than a minute is written again', () => {
  const wanted = { targetId: 'late', everyMs: 5_000 };
  const now = 1_700_000_000_000;
  const planAt = (next: number): SchedulePlan => planSchedules([wanted], [{ key: scheduleKey(wanted), next }], now);
  expect(planAt(now - 60_001).change).toEqual([wanted]);
  expect(planAt(now - 60_000)).toEqual({ add: [], change: [], drop: [], gone: [] });
});

test('a Target left with two schedules by a process that died keeps the wanted one', () => {
  const wanted = { targetId: 'twice', everyMs: 5_000 };
  const existing = [wanted, { targetId: 'twice', everyMs: 9_000 }].map((schedule) => ({
    key: scheduleKey(schedule),
    next: 1,
  }));
  expect(planSchedules([wanted], existing, 0)).toEqual({ add: [], change: [], drop: ['twice@9000'], gone: [] });
});
