import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { elapsedAt, type Timetable, VirtualClock, virtualAt } from '../src/index.js';

const timetables: fc.Arbitrary<Timetable> = fc
  .record({
    start: fc.integer({ min: 0, max: 4e12 }),
    steps: fc.array(
      fc.record({ length: fc.integer({ min: 1, max: 1e10 }), seconds: fc.integer({ min: 1, max: 600 }) }),
      {
        maxLength: 8,
      },
    ),
    speed: fc.constantFrom(1, 60, 10_000),
  })
  .map(({ start, steps, speed }) => {
    let until = start;
    return { start, speed, beats: steps.map(({ length, seconds }) => ({ until: (until += length), seconds })) };
  });

const week = 7 * 86_400_000;
const story: Timetable = {
  start: 0,
  beats: [
    { until: week, seconds: 1 },
    { until: week + 3_600_000, seconds: 6 },
  ],
  speed: 1,
};

test('a beat passes its stretch of virtual time evenly in its real seconds, and afterwards the speed holds', () => {
  expect(virtualAt(story, 500)).toBe(week / 2);
  expect(virtualAt(story, 1_000)).toBe(week);
  expect(virtualAt(story, 4_000)).toBe(week + 1_800_000);
  expect(virtualAt({ ...story, speed: 10 }, 8_000)).toBe(week + 3_600_000 + 10_000);
});

test('virtual time never goes back', () => {
  fc.assert(
    fc.property(timetables, fc.nat(1e7), fc.nat(1e7), (timetable, elapsed, more) => {
      expect(virtualAt(timetable, elapsed + more)).toBeGreaterThanOrEqual(virtualAt(timetable, elapsed));
    }),
  );
});

test('elapsedAt is the inverse of virtualAt', () => {
  fc.assert(
    fc.property(timetables, fc.nat(1e11), (timetable, later) => {
      const instant = timetable.start + later;
      expect(virtualAt(timetable, elapsedAt(timetable, instant))).toBe(instant);
    }),
  );
});

test('a clock that is started again with its first start, or with what it had played, is where it would be', () => {
  fc.assert(
    fc.property(timetables, fc.nat(1e6), fc.nat(1e6), (timetable, played, later) => {
      let real = 1_000_000;
      const now = (): number => real;
      const first = new VirtualClock(timetable, { now });
      real += played;
      first.now();
      const stood = new VirtualClock(timetable, { now, startedAt: real - first.elapsedMs() });
      expect(stood.now()).toBe(first.now());
      real += later;
      expect(new VirtualClock(timetable, { now, startedAt: 1_000_000 }).now()).toBe(first.now());
    }),
  );
});

test('a clock does not follow the machine’s clock back, and goes on from there', () => {
  let real = 10_000;
  const clock = new VirtualClock({ start: 0, beats: [], speed: 1 }, { now: () => real });
  real = 15_000;
  expect(clock.now()).toBe(5_000);
  real = 2_000;
  expect(clock.now()).toBe(5_000);
  real = 3_000;
  expect(clock.now()).toBe(6_000);
});

test('a paused clock stands still, may be advanced, and goes on from there', () => {
  let real = 0;
  const clock = new VirtualClock(story, { now: () => real });
  clock.pause();
  real = 900_000;
  expect(clock.now()).toBe(0);
  clock.advanceTo(week);
  expect(clock.now()).toBe(week);
  clock.resume();
  real += 3_000;
  expect(clock.now()).toBe(week + 1_800_000);
});

test('a clock refuses to be set back', () => {
  const clock = new VirtualClock(story);
  clock.pause();
  clock.advanceTo(week);
  expect(() => clock.advanceTo(week - 1)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
});

test('a start that lies in the future is now', () => {
  expect(new VirtualClock(story, { startedAt: 5_000, now: () => 0 }).now()).toBe(0);
});
