/** One stretch of a story: virtual time reaches `until` after `seconds` of real time. */
export interface Beat {
  /** Epoch milliseconds of virtual time, later than the beat before. */
  readonly until: number;
  /** Real seconds, more than 0. */
  readonly seconds: number;
}

/** How fast a story is played: first its beats, then evenly. */
export interface Timetable {
  /** Epoch milliseconds of virtual time at which the story begins. */
  readonly start: number;
  readonly beats: readonly Beat[];
  /** Virtual seconds in a real second once the beats are over, more than 0. */
  readonly speed: number;
}

/** The virtual time, in epoch milliseconds, when `elapsedMs` of real time have been played. */
export function virtualAt({ start, beats, speed }: Timetable, elapsedMs: number): number {
  let from = start;
  let left = Math.max(0, elapsedMs);
  for (const { until, seconds } of beats) {
    const length = seconds * 1_000;
    if (left < length) return Math.round(from + ((until - from) * left) / length);
    left -= length;
    from = until;
  }
  return Math.round(from + left * speed);
}

/** How many milliseconds of real time are played before virtual time reaches `instant`; the inverse of `virtualAt`. */
export function elapsedAt({ start, beats, speed }: Timetable, instant: number): number {
  let from = start;
  let elapsed = 0;
  for (const { until, seconds } of beats) {
    if (instant < until) return elapsed + (Math.max(0, instant - from) / (until - from)) * seconds * 1_000;
    elapsed += seconds * 1_000;
    from = until;
  }
  return elapsed + Math.max(0, instant - from) / speed;
}
