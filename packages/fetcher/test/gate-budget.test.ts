import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHostGate, createMemoryGateStore, type Budget } from '../src/index.js';
import { ask, freshGate, tell, type GateState, type Outcome } from '../src/gate-state.js';
import { virtualClock } from './virtual-clock.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const ours: Budget = { perMinute: 5, perHour: 50, perDay: 125 };
const wanted = { token: 't', host: 'www.publisher.example', leaseMs: 1_000, intervalMs: 0 };
const answered: Outcome = { kind: 'answered' };

/** A visit that begins as soon as it may; the state after it, and when it began and ended. */
function visit(state: GateState, now: number, { budget = ours, takes = 0, outcome = answered } = {}) {
  const { state: held, result } = ask(state, now, { ...wanted, budget });
  if (!result.go) return { state: held, refusal: result };
  const told = tell(held, now + takes, { ...wanted, outcome });
  return { state: JSON.parse(JSON.stringify(told.state)) as GateState, refusal: null };
}

function spend(times: number, every: number): { readonly state: GateState; readonly end: number } {
  let state = freshGate;
  for (let n = 0; n < times; n += 1) {
    const next = visit(state, n * every);
    expect(next.refusal).toBeNull();
    state = next.state;
  }
  return { state, end: (times - 1) * every };
}

describe('the budget of a publisher', () => {
  it.each([
    ['a minute', 5, 1_000, minute],
    ['an hour', 50, 13_000, 60 * minute],
    ['a day', 125, 75_000, day],
  ])('of %s is refused when it is spent, until its oldest exchange is out of it', (_span, most, every, ms) => {
    const { state, end } = spend(most, every);
    const { refusal } = visit(state, end + 1);
    expect(refusal).toEqual({ go: false, reason: 'budget', waitMs: ms - end - 1 });
    expect(visit(state, ms - 1).refusal).toMatchObject({ waitMs: 1 });
    expect(visit(state, ms).refusal).toBeNull();
  });

  it('does not hold back what is asked without it, and is not spent by it', () => {
    const { state, end } = spend(5, 1_000);
    expect(ask(state, end + 1, wanted).result).toEqual({ go: true });
    let other = freshGate;
    for (let n = 0; n < 10; n += 1)
      other = tell(ask(other, n, wanted).state, n, { ...wanted, outcome: answered }).state;
    expect(other.spent).toBeUndefined();
  });

  it('is given back by a visit on which nothing was asked', () => {
    let { state } = spend(4, 1_000);
    for (let n = 0; n < 3; n += 1) state = visit(state, 4_000 + n, { outcome: { kind: 'unused' } }).state;
    expect(state.spent).toHaveLength(4);
  });

  it('is spent by a visit whose visitor died, until the end of its lease at the latest', () => {
    const { state } = spend(4, 1_000);
    const dead = ask(state, 4_000, { ...wanted, token: 'dead', budget: ours }).state;
    expect(visit(dead, 5_000).refusal).toMatchObject({ reason: 'budget' });
    expect(dead.spent).toHaveLength(5);
  });

  it('is never passed, in any span as the publisher may count it, whoever comes when', () => {
    const budget: Budget = { perMinute: 2, perHour: 3 };
    const visitor = fc.record({ pause: fc.nat(40_000), takes: fc.integer({ min: 0, max: 900 }), dies: fc.boolean() });
    fc.assert(
      fc.property(fc.array(visitor, { minLength: 1, maxLength: 12 }), (visitors) => {
        let state = freshGate;
        let now = 0;
        const seen: { readonly from: number; readonly to: number }[] = [];
        for (const { pause, takes, dies } of visitors) {
          now += pause;
          for (let tries = 0; ; tries += 1) {
            expect(tries).toBeLessThan(10);
            const { state: next, result } = ask(state, now, { ...wanted, budget });
            state = next;
            if (result.go) break;
            now += result.waitMs;
          }
          const to = now + (dies ? wanted.leaseMs : takes);
          seen.push({ from: now, to });
          if (!dies) state = tell(state, to, { ...wanted, outcome: answered }).state;
          now = to;
        }
        // The publisher saw each at some time of its exchange: even the last of the one and the first of the other are apart.
        for (const [most, ms] of [
          [2, minute],
          [3, 60 * minute],
        ] as const)
          for (let n = most; n < seen.length; n += 1)
            expect(seen[n]!.from - seen[n - most]!.to).toBeGreaterThanOrEqual(ms);
      }),
      { numRuns: 40 },
    );
  });

  it('is waited out at the gate where that is soon, and else told as when to come again', async () => {
    const clock = virtualClock();
    const gate = createHostGate({ minIntervalMs: 0, clock, store: createMemoryGateStore(clock) });
    const { signal } = new AbortController();
    const request = { url: new URL('https://www.publisher.example/'), leaseMs: 1_000, crawlDelayMs: 0 };
    const enter = async (budget: Budget): Promise<void> =>
      (await gate.enter({ ...request, budget }, signal)).leave(answered);
    await enter({ perMinute: 1 });
    await expect(enter({ perHour: 1 })).rejects.toMatchObject({
      code: 'FETCH_RATE_LIMITED',
      retryAfterMs: 60 * minute,
      message: 'www.publisher.example is left alone for another 3600 s: it may not be asked more often',
    });
    await expect(enter({ perMinute: 1 })).rejects.toMatchObject({ code: 'FETCH_RATE_LIMITED' });
    await clock.sleep(45_000, signal);
    await enter({ perMinute: 1 });
    expect(clock.monotonic()).toBeGreaterThanOrEqual(minute);
  });

  it('is no simulator’s', async () => {
    const gate = createHostGate({ minIntervalMs: 0, simulated: true });
    const request = { url: new URL('https://www.publisher.example/'), leaseMs: 1_000, crawlDelayMs: 0 };
    const enter = async (): Promise<void> =>
      (await gate.enter({ ...request, budget: { perDay: 1 } }, new AbortController().signal)).leave(answered);
    await enter();
    await expect(enter()).resolves.toBeUndefined();
  });
});
