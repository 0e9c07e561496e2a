import { VigilError } from '@vigil/errors';
import { elapsedAt, type Timetable, virtualAt } from './timetable.js';

/** What a VirtualClock may be given. */
export interface VirtualClockOptions {
  /**
   * Epoch milliseconds of real time at which the story was first started; now when absent. A story that went on
   * while nobody looked is resumed with the first start; one that stood still, with now minus the `elapsedMs` of then.
   */
  readonly startedAt?: number;
  /** Real time in epoch milliseconds. */
  readonly now?: () => number;
}

/** The time of a story: it never goes back, whatever the machine's own clock does. */
export class VirtualClock {
  readonly #timetable: Timetable;
  readonly #realNow: () => number;
  #elapsed: number;
  /** When real time was last read; null while the clock is paused. */
  #readAt: number | null;

  constructor(timetable: Timetable, { startedAt, now = Date.now }: VirtualClockOptions = {}) {
    this.#timetable = timetable;
    this.#realNow = now;
    this.#readAt = now();
    this.#elapsed = Math.max(0, this.#readAt - (startedAt ?? this.#readAt));
  }

  /** Virtual time, in epoch milliseconds. */
  now(): number {
    return virtualAt(this.#timetable, this.elapsedMs());
  }

  /** How much of the story has been played, in milliseconds of real time; keep it to go on from here later. */
  elapsedMs(): number {
    if (this.#readAt !== null) {
      const real = this.#realNow();
      this.#elapsed += Math.max(0, real - this.#readAt);
      this.#readAt = real;
    }
    return this.#elapsed;
  }

  /** Stands still until `resume`. */
  pause(): void {
    this.elapsedMs();
    this.#readAt = null;
  }

  /** Goes on from where it stands. */
  resume(): void {
    this.#readAt ??= this.#realNow();
  }

  /** Jumps to a later virtual time, in epoch milliseconds. Throws BAD_INPUT when it has passed. */
  advanceTo(instant: number): void {
    const now = this.now();
    if (instant < now) {
      throw new VigilError('BAD_INPUT', 'A virtual clock does not go back', { details: { now, wanted: instant } });
    }
    this.#elapsed = elapsedAt(this.#timetable, instant);
  }
}
