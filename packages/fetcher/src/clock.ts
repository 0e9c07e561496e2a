import { setTimeout as timer } from 'node:timers/promises';

/** Time as a parameter, so that a test can freeze it. */
export interface Clock {
  /** The wall clock, in milliseconds since 1970 UTC: what evidence is dated with. */
  now(): number;
  /** A clock that never jumps, in milliseconds from an arbitrary start: what spans are measured with. */
  monotonic(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Longer timers overflow and would fire at once. */
const longestTimer = 2 ** 31 - 1;

/** The clock of this machine. */
export const systemClock: Clock = Object.freeze({
  now: () => Date.now(),
  monotonic: () => performance.now(),
  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    try {
      await timer(Math.min(Math.ceil(ms), longestTimer), undefined, { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  },
});
