/**
 * The rules of the gate of one registrable domain, as pure steps from state to state: who may go, and what is learnt
 * from how it went. A store makes each step atomic; the state is plain JSON. Times are milliseconds of the store's
 * own clock, so that workers whose clocks differ still agree.
 */

/** Why nobody goes to a host for a while, and how many times in a row. */
export interface Trouble {
  readonly reason: 'rate-limited' | 'unavailable' | 'unreachable';
  readonly count: number;
  /** Nobody goes before this moment; the one who then goes is the probe, as only one goes at a time. */
  readonly until: number;
}

/**
 * How often a publisher lets itself be asked, over all Targets and workers. Each span is a moving one, of 60 seconds, 60 minutes
 * or 24 hours; what is left out is not limited.
 */
export interface Budget {
  readonly perMinute?: number;
  readonly perHour?: number;
  readonly perDay?: number;
}

/** All that is known of one registrable domain. */
export interface GateState {
  /**
   * Who is talking to the domain, and the interval to be kept after it. It ends by itself, so that a killed worker does
   * not close the gate for ever.
   */
  readonly lease: { readonly token: string; readonly until: number; readonly intervalMs: number } | null;
  /** When the last exchange ended; null before the first. */
  readonly endedAt: number | null;
  /** The interval that the last exchange asked for, to be kept after it. */
  readonly intervalMs: number;
  /**
   * By host, as one broken host must not silence its neighbours (all federal courts share one domain); `*` is the whole
   * domain, for rate limits.
   */
  readonly troubles: Readonly<Record<string, Trouble>>;
  /**
   * When each exchange of the last day that was asked for within a budget ended; of one under way, when it ends at the latest.
   * Absent where there was none, and in states that an older release wrote.
   */
  readonly spent?: readonly number[];
}

/** A step's outcome: the state after it, and what the caller learns. */
export interface GateStep<Result> {
  readonly state: GateState;
  readonly result: Result;
}

/** Who wants to go, where, for how long at most, and how far from the one before. */
export interface Wanted {
  readonly token: string;
  readonly host: string;
  readonly leaseMs: number;
  readonly intervalMs: number;
  readonly budget?: Budget;
}

/** May I go now, else in how many milliseconds to ask again. */
export type Ruling =
  | { readonly go: true }
  | {
      readonly go: false;
      readonly waitMs: number;
      readonly reason: 'busy' | 'interval' | 'budget' | Trouble['reason'];
    };

/**
 * How an exchange went. `unused`: there was none, as nothing had to be asked any more; then no interval is due to it.
 * `waitMs` is what the publisher asked for, null where it did not say.
 */
export type Outcome =
  | { readonly kind: 'answered' | 'unreachable' | 'abandoned' | 'unused' }
  | { readonly kind: 'rate-limited' | 'unavailable'; readonly waitMs: number | null };

/** The state of a domain nobody has been to. */
export const freshGate: GateState = Object.freeze({ lease: null, endedAt: null, intervalMs: 0, troubles: {} });

/** How soon to ask again while another process holds the gate: nobody is told when it is free. */
const pollMs = 200;
const firstPauseMs = 30_000;
const longestPauseMs = 30 * 60_000;
/** Fewer failures in a row than this are chance. */
const failuresToOpen = 5;

const wholeDomain = '*';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function backOffMs(count: number): number {
  return Math.min(firstPauseMs * 2 ** (count - 1), longestPauseMs);
}

/**
 * When the budget allows one more exchange. It is counted from the end of an exchange: the publisher saw it begin no later, so its
 * own count of any span is never above ours.
 */
function affordableAt(spent: readonly number[], { perMinute, perHour, perDay }: Budget): number {
  const spans = [
    [perMinute, minuteMs],
    [perHour, hourMs],
    [perDay, dayMs],
  ] as const;
  return Math.max(
    ...spans.map(([most, ms]) => {
      if (most === undefined || spent.length < most) return -Infinity;
      // Of so many, all but the newest `most - 1` must be out of the span.
      return most < 1 ? Infinity : spent.toSorted((a, b) => a - b).at(-most)! + ms;
    }),
  );
}

/** Takes the gate where it is free and due, else says when to ask again. */
export function ask(state: GateState, now: number, wanted: Wanted): GateStep<Ruling> {
  const wait = (until: number, reason: Exclude<Ruling, { go: true }>['reason']): GateStep<Ruling> => ({
    state,
    result: { go: false, waitMs: until - now, reason },
  });
  for (const name of [wholeDomain, wanted.host]) {
    const trouble = state.troubles[name];
    if (trouble !== undefined && now < trouble.until) return wait(trouble.until, trouble.reason);
  }
  if (state.lease !== null && now < state.lease.until) return wait(Math.min(state.lease.until, now + pollMs), 'busy');
  // Of a lease that ran out it is not known when its holder last spoke: at its end, at the latest.
  const endedAt = state.lease?.until ?? state.endedAt;
  const intervalMs = state.lease?.intervalMs ?? state.intervalMs;
  const due = endedAt === null ? now : endedAt + Math.max(intervalMs, wanted.intervalMs);
  if (now < due) return wait(due, 'interval');
  const until = now + wanted.leaseMs;
  const lease = { token: wanted.token, until, intervalMs: wanted.intervalMs };
  const taken = { ...state, endedAt, intervalMs, lease };
  if (wanted.budget === undefined) return { state: taken, result: { go: true } };
  const spent = (state.spent ?? []).filter((at) => now < at + dayMs);
  const affordable = affordableAt(spent, wanted.budget);
  if (now < affordable) return wait(affordable, 'budget');
  return { state: { ...taken, spent: [...spent, until] }, result: { go: true } };
}

function troublesAfter(state: GateState, now: number, host: string, outcome: Outcome): GateState['troubles'] {
  if (outcome.kind === 'abandoned' || outcome.kind === 'unused') return state.troubles;
  const { [host]: ofHost, [wholeDomain]: ofDomain, ...others } = state.troubles;
  if (outcome.kind === 'answered') return others;
  const name = outcome.kind === 'rate-limited' ? wholeDomain : host;
  const before = name === host ? ofHost : ofDomain;
  const count = before?.reason === outcome.kind ? before.count + 1 : 1;
  const pauseMs =
    'waitMs' in outcome
      ? (outcome.waitMs ?? backOffMs(count))
      : count < failuresToOpen
        ? 0
        : backOffMs(count - failuresToOpen + 1);
  const kept = ofDomain === undefined ? others : { ...others, [wholeDomain]: ofDomain };
  return { ...kept, [name]: { reason: outcome.kind, count, until: now + pauseMs } };
}

/** Whose exchange is over, with whom it was, and how it went. */
export interface Told {
  readonly token: string;
  readonly host: string;
  readonly outcome: Outcome;
}

/** Gives the gate back and keeps what was learnt. A lease that ran out meanwhile may be another's: it stays. */
export function tell(state: GateState, now: number, told: Told): GateStep<null> {
  const troubles = troublesAfter(state, now, told.host, told.outcome);
  if (state.lease?.token !== told.token) return { state: { ...state, troubles }, result: null };
  const { intervalMs, until } = state.lease;
  const unused = told.outcome.kind === 'unused';
  const ended = unused ? {} : { endedAt: now, intervalMs };
  const spent = state.spent && {
    spent: state.spent.flatMap((at) => (at !== until ? [at] : unused ? [] : [now])),
  };
  return { state: { ...state, ...ended, ...spent, lease: null, troubles }, result: null };
}
