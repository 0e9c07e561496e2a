import type { Clock } from './clock.js';
import type { GateState, GateStep } from './gate-state.js';

/** What an origin's robots.txt says; null where it has none. */
export interface RobotsText {
  readonly text: string | null;
}

/** Where the gates' states are kept: in this process, or shared by all workers. */
export interface GateStore {
  /**
   * Runs `step` on the state of one domain as one atomic step among all who share the store, and keeps the state it
   * returns. The state is null where the store knows none, or has lost it. `now` is the store's own clock in milliseconds.
   * `step` is pure and may be run again on a newer state. Throws DATABASE_UNREACHABLE or QUEUE_UNREACHABLE where a shared
   * store does not answer: then nobody goes.
   */
  transact<Result>(domain: string, step: (state: GateState | null, now: number) => GateStep<Result>): Promise<Result>;
  /** The robots.txt of an origin, unless it is unknown or older than it was to be kept. */
  recallRobots(origin: string): Promise<RobotsText | null>;
  /** Keeps the robots.txt of an origin for `ms` milliseconds. */
  keepRobots(origin: string, robots: RobotsText, ms: number): Promise<void>;
}

/** A store for one process. */
export function createMemoryGateStore(clock: Pick<Clock, 'monotonic'>): GateStore {
  const states = new Map<string, GateState>();
  const robotsOf = new Map<string, { readonly robots: RobotsText; readonly until: number }>();
  return {
    async transact(domain, step) {
      const { state, result } = step(states.get(domain) ?? null, clock.monotonic());
      states.set(domain, state);
      return result;
    },
    async recallRobots(origin) {
      const kept = robotsOf.get(origin);
      return kept !== undefined && clock.monotonic() < kept.until ? kept.robots : null;
    },
    async keepRobots(origin, robots, ms) {
      robotsOf.set(origin, { robots, until: clock.monotonic() + ms });
    },
  };
}
