import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, freshGate, tell, type GateState, type Outcome } from '../src/gate-state.js';

const minute = 60_000;

/** One visitor that goes as soon as it may, and tells how it went. */
function visit(state: GateState, now: number, outcome: Outcome, host = 'a.example'): GateState {
  const asked = ask(state, now, { token: 't', host, leaseMs: minute, intervalMs: 0 });
  expect(asked.result).toEqual({ go: true });
  return tell(asked.state, now, { token: 't', host, outcome }).state;
}

const rulingAt = (state: GateState, now: number, host = 'a.example'): unknown =>
  ask(state, now, { token: 'u', host, leaseMs: minute, intervalMs: 0 }).result;

const failed: Outcome = { kind: 'unreachable' };

describe('the rules of the gate', () => {
  it('close a host after five failures in a row, then let one probe through, for twice as long each time', () => {
    let state = freshGate;
    for (let n = 0; n < 4; n += 1) state = visit(state, 0, failed);
    expect(rulingAt(state, 0)).toEqual({ go: true });
    state = visit(state, 0, failed);
    expect(rulingAt(state, 0)).toEqual({ go: false, waitMs: 30_000, reason: 'unreachable' });
    state = visit(state, 30_000, failed);
    expect(rulingAt(state, 30_000)).toEqual({ go: false, waitMs: 60_000, reason: 'unreachable' });
    const probing = ask(state, 90_000, { token: 'probe', host: 'a.example', leaseMs: minute, intervalMs: 0 });
    expect(probing.result).toEqual({ go: true });
    expect(rulingAt(probing.state, 90_000)).toMatchObject({ go: false, reason: 'busy' });
    const healed = tell(probing.state, 91_000, {
      token: 'probe',
      host: 'a.example',
      outcome: { kind: 'answered' },
    }).state;
    expect(healed.troubles).toEqual({});
    expect(rulingAt(visit(healed, 91_000, failed), 91_000)).toEqual({ go: true });
  });

  it('never close for longer than half an hour by themselves', () => {
    let state = freshGate;
    let now = 0;
    for (let n = 0; n < 50; n += 1) {
      state = visit(state, now, failed);
      const ruling = ask(state, now, { token: 'u', host: 'a.example', leaseMs: minute, intervalMs: 0 }).result;
      if (!ruling.go) now += ruling.waitMs;
      expect(ruling.go ? 0 : ruling.waitMs).toBeLessThanOrEqual(30 * minute);
    }
  });

  it('leave the neighbours of a broken host alone', () => {
    let state = freshGate;
    for (let n = 0; n < 5; n += 1) {
      state = visit(state, 0, failed);
      state = visit(state, 0, { kind: 'answered' }, 'b.example');
    }
    expect(rulingAt(state, 0)).toMatchObject({ go: false, reason: 'unreachable' });
    expect(rulingAt(state, 0, 'b.example')).toEqual({ go: true });
    const down = visit(freshGate, 0, { kind: 'unavailable', waitMs: null });
    expect(rulingAt(down, 0)).toEqual({ go: false, waitMs: 30_000, reason: 'unavailable' });
    expect(rulingAt(down, 0, 'b.example')).toEqual({ go: true });
  });

  it('take a rate limit for the whole domain', () => {
    const state = visit(freshGate, 0, { kind: 'rate-limited', waitMs: 7_000 });
    for (const host of ['a.example', 'b.example'])
      expect(rulingAt(state, 0, host)).toEqual({ go: false, waitMs: 7_000, reason: 'rate-limited' });
    expect(rulingAt(state, 7_000)).toEqual({ go: true });
  });

  it('back off from rate limits that name no time', () => {
    let state = visit(freshGate, 0, { kind: 'rate-limited', waitMs: null });
    expect(rulingAt(state, 0)).toMatchObject({ waitMs: 30_000 });
    state = visit(state, 30_000, { kind: 'rate-limited', waitMs: null });
    expect(rulingAt(state, 30_000)).toMatchObject({ waitMs: 60_000 });
  });

  it('take over from a holder that died, no sooner than its lease and the interval allow', () => {
    const wanted = { token: 'dead', host: 'a.example', leaseMs: 1_000, intervalMs: 500 };
    const held = ask(freshGate, 0, wanted).state;
    const next = { ...wanted, token: 'next' };
    expect(ask(held, 900, next).result).toEqual({ go: false, waitMs: 100, reason: 'busy' });
    expect(ask(held, 1_000, next).result).toEqual({ go: false, waitMs: 500, reason: 'interval' });
    const taken = ask(held, 1_500, next);
    expect(taken.result).toEqual({ go: true });
    // The dead comes back to life: what it saw counts, the gate is not its to give back.
    const back = tell(taken.state, 1_600, { token: 'dead', host: 'a.example', outcome: { kind: 'answered' } }).state;
    expect(back.lease?.token).toBe('next');
  });

  it('keep the longer of two intervals', () => {
    const slow = { token: 's', host: 'a.example', leaseMs: minute, intervalMs: 5_000 };
    const fast = { token: 'f', host: 'b.example', leaseMs: minute, intervalMs: 1_000 };
    const told = (token: string): { token: string; host: string; outcome: Outcome } => ({
      token,
      host: 'a.example',
      outcome: { kind: 'answered' },
    });
    const afterSlow = tell(ask(freshGate, 0, slow).state, 0, told('s')).state;
    expect(ask(afterSlow, 0, fast).result).toMatchObject({ waitMs: 5_000 });
    const afterFast = tell(ask(freshGate, 0, fast).state, 0, told('f')).state;
    expect(ask(afterFast, 0, slow).result).toMatchObject({ waitMs: 5_000 });
  });

  it('ask no interval for a visit on which nothing was asked, and forget none', () => {
    const slow = { token: 's', host: 'a.example', leaseMs: minute, intervalMs: 5_000 };
    const idle = { ...slow, token: 'i', intervalMs: 1_000 };
    const afterSlow = tell(ask(freshGate, 0, slow).state, 0, { ...slow, outcome: { kind: 'answered' } }).state;
    const held = ask(afterSlow, 5_000, idle).state;
    expect(ask(held, 5_000, slow).result).toMatchObject({ reason: 'busy' });
    const given = tell(held, 5_001, { ...idle, outcome: { kind: 'unused' } }).state;
    expect(given).toEqual(afterSlow);
    expect(ask(given, 5_001, idle).result).toEqual({ go: true });
  });

  it('hold for any crowd: never two at once, never faster than the interval, never before a pause is over', () => {
    const outcome = fc.oneof(
      fc.constantFrom<Outcome>(
        { kind: 'answered' },
        { kind: 'unreachable' },
        { kind: 'abandoned' },
        { kind: 'unused' },
      ),
      fc.record({
        kind: fc.constantFrom('rate-limited' as const, 'unavailable' as const),
        waitMs: fc.option(fc.nat(90_000)),
      }),
    );
    const visitor = fc.record({
      at: fc.nat(60_000),
      host: fc.constantFrom('a', 'b', 'c'),
      takes: fc.integer({ min: 0, max: 3_000 }),
      intervalMs: fc.integer({ min: 0, max: 2_000 }),
      outcome,
      dies: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(visitor, { minLength: 1, maxLength: 20 }), (visitors) => {
        const leaseMs = 5_000;
        let state = freshGate;
        const agenda = visitors.map((visitor, n) => ({ ...visitor, token: `t${n}`, leaves: false }));
        const broken: string[] = [];
        const rule = (held: boolean, name: string): void => void (held || broken.push(name));
        let holderUntil: number | null = null;
        let last: { end: number; intervalMs: number } | null = null;
        const pausedUntil = new Map<string, number>();
        for (let steps = 0; agenda.length > 0 && steps < 5_000; steps += 1) {
          // Those who leave come first, as a lease ends no later than its holder says.
          agenda.sort((a, b) => a.at - b.at || Number(b.leaves) - Number(a.leaves));
          const next = agenda.shift();
          if (next === undefined) break;
          const { at, host, token, intervalMs } = next;
          if (next.leaves) {
            const told = tell(state, at, { token, host, outcome: next.outcome });
            state = JSON.parse(JSON.stringify(told.state)) as GateState;
            holderUntil = null;
            if (next.outcome.kind !== 'unused') last = { end: at, intervalMs };
            if ('waitMs' in next.outcome && next.outcome.waitMs !== null)
              pausedUntil.set(next.outcome.kind === 'rate-limited' ? '*' : host, at + next.outcome.waitMs);
            continue;
          }
          const asked = ask(state, at, { token, host, leaseMs, intervalMs });
          state = asked.state;
          if (!asked.result.go) {
            rule(asked.result.waitMs > 0, 'waits move on');
            agenda.push({ ...next, at: at + asked.result.waitMs });
            continue;
          }
          if (holderUntil !== null) rule(at >= holderUntil + intervalMs, 'never two at once');
          else if (last !== null) rule(at >= last.end + Math.max(last.intervalMs, intervalMs), 'never too fast');
          for (const name of ['*', host]) rule(at >= (pausedUntil.get(name) ?? 0), 'never within a pause');
          holderUntil = at + leaseMs;
          if (!next.dies) agenda.push({ ...next, at: at + next.takes, leaves: true });
        }
        rule(agenda.length === 0, 'all get their turn');
        expect(broken).toEqual([]);
      }),
    );
  });
});
