import type { Clock } from '../src/index.js';

/** A clock that only moves when somebody sleeps, and then at once. */
export interface VirtualClock extends Clock {
  /** Every sleep that was asked for, in milliseconds. */
  readonly slept: number[];
  advance(ms: number): void;
}

export function virtualClock(): VirtualClock {
  let time = Date.UTC(2026, 10, 24);
  const slept: number[] = [];
  return {
    slept,
    advance: (ms) => void (time += ms),
    now: () => time,
    monotonic: () => time,
    async sleep(ms, signal) {
      slept.push(ms);
      const until = time + ms;
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      time = Math.max(time, until);
    },
  };
}
