import { VigilError } from '@vigil/errors';
import { randomUUID } from 'node:crypto';
import { systemClock, type Clock } from './clock.js';
import { GateBook } from './gate-book.js';
import { ask, type Budget, type Outcome, type Ruling, type Wanted } from './gate-state.js';
import { createMemoryGateStore, type GateStore } from './gate-store.js';
import { WaitingLine } from './waiting-line.js';
import { siteOf } from './web-address.js';

/** A wait that ended in a pass, for metrics. */
export interface GateWait {
  /** The registrable domain. */
  readonly domain: string;
  readonly waitedMs: number;
}

/** How to be polite. */
export interface HostGateOptions {
  /** From the end of one exchange with a domain to the start of the next, in milliseconds. */
  readonly minIntervalMs: number;
  /** Shared by all workers; without it the gate holds for this process alone. */
  readonly store?: GateStore;
  readonly clock?: Clock;
  /** Whether a simulator answers: then no publisher's budget is spent. */
  readonly simulated?: boolean;
  /** Called for each pass that had to be waited for. */
  readonly onWait?: (wait: GateWait) => void;
}

/** Leave to talk to a host. `leave` is called once, when the exchange is over; it does not throw. */
export interface Pass {
  leave(outcome: Outcome): Promise<void>;
}

/** Lets one exchange at a time through to each registrable domain. */
export interface HostGate {
  readonly store: GateStore;
  /**
   * Resolves when the caller may talk to `url`'s host, for `leaseMs` at most. Waits out what is soon over; throws
   * FETCH_RATE_LIMITED or FETCH_UNAVAILABLE with `retryAfterMs` for longer pauses and spent budgets, so that no worker is
   * tied up by them, what the store throws where it does not answer, and the signal's reason when it is aborted.
   */
  enter(
    request: {
      readonly url: URL;
      readonly leaseMs: number;
      readonly crawlDelayMs: number;
      readonly budget?: Budget | undefined;
    },
    signal: AbortSignal,
  ): Promise<Pass>;
}

/** A longer wait is the scheduler's business. */
const patienceMs = 30_000;
/**
 * Leave that was longer on its way is not taken, as its lease began with the question: a store was slow, or this process was
 * stopped, and another may be let through before the exchange is over. Leases are longer than exchanges by more than this.
 */
const slowestLeaveMs = 5_000;

type Refusal = Exclude<Ruling, { go: true }>;

function tooLong(host: string, { waitMs, reason }: Refusal): VigilError {
  const limited = reason === 'rate-limited' || reason === 'interval' || reason === 'budget';
  const wait = Math.ceil(waitMs);
  return new VigilError(
    limited ? 'FETCH_RATE_LIMITED' : 'FETCH_UNAVAILABLE',
    `${host} is left alone for another ${Math.ceil(wait / 1_000)} s: ${reason === 'budget' ? 'it may not be asked more often' : reason}`,
    { details: { reason }, retryAfterMs: wait },
  );
}

/** Makes a gate. */
export function createHostGate(options: HostGateOptions): HostGate {
  const clock = options.clock ?? systemClock;
  const store = options.store ?? createMemoryGateStore(clock);
  const book = new GateBook(store);
  const line = new WaitingLine();

  /** Waits at the head of the line for what moves on by itself; a host in trouble must not hold up the others. */
  async function atHead(domain: string, wanted: Wanted, signal: AbortSignal): Promise<Ruling> {
    for (;;) {
      signal.throwIfAborted();
      const askedAt = clock.monotonic();
      const ruling = await book.transact(domain, (state, now) => ask(state, now, wanted));
      if (ruling.go && clock.monotonic() - askedAt > slowestLeaveMs) {
        await book.tell(domain, { token: wanted.token, host: wanted.host, outcome: { kind: 'unused' } });
        continue;
      }
      if (ruling.go) return ruling;
      if (ruling.waitMs > patienceMs) throw tooLong(wanted.host, ruling);
      if (ruling.reason !== 'busy' && ruling.reason !== 'interval') return ruling;
      await clock.sleep(ruling.waitMs, signal);
    }
  }

  function pass(domain: string, { token, host }: Wanted, leaveLine: () => void): Pass {
    return {
      async leave(outcome) {
        await book.tell(domain, { token, host, outcome });
        leaveLine();
      },
    };
  }

  return {
    store,
    async enter({ url, leaseMs, crawlDelayMs, budget }, signal) {
      const domain = siteOf(url.hostname);
      const intervalMs = Math.max(options.minIntervalMs, crawlDelayMs);
      const wanted: Wanted = {
        token: randomUUID(),
        host: url.host,
        leaseMs,
        intervalMs,
        ...(budget !== undefined && options.simulated !== true && { budget }),
      };
      const cameAt = clock.monotonic();
      for (;;) {
        const leaveLine = await line.join(domain, signal);
        let ruling: Ruling | null = null;
        try {
          ruling = await atHead(domain, wanted, signal);
        } finally {
          if (ruling?.go !== true) leaveLine();
        }
        if (ruling.go) {
          const waitedMs = clock.monotonic() - cameAt;
          if (waitedMs >= 1) options.onWait?.({ domain, waitedMs });
          return pass(domain, wanted, leaveLine);
        }
        await clock.sleep(ruling.waitMs, signal);
      }
    },
  };
}
