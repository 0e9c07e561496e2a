import type { Scenario } from '@vigil/courthouse';

/** How often courts are asked at the story's own speed, in milliseconds. */
const lookEveryMs = 2_000;
/** The scraper looks no more often than this, even at a simulator. */
const shortestMs = 500;

/** So long an item stays where it would else come and go unseen: longer than any story. */
const forEverHours = 24 * 365 * 100;

/**
 * The story played faster or slower. A faster one leaves its items in the feeds, since courts are not asked as much
 * more often.
 */
export function atSpeed(scenario: Scenario, speed: number): Scenario {
  const { start, beats, speed: after } = scenario.clock;
  return {
    ...scenario,
    clock: { start, beats: beats.map(({ until, seconds }) => ({ until, seconds: seconds / speed })), speed: after },
    courts: scenario.courts.map((court) => (speed > 1 ? { ...court, windowHours: forEverHours } : court)),
  };
}

/** How often to look at a story of this speed, in milliseconds. */
export function lookingPace(speed: number): number {
  return Math.max(shortestMs, Math.round(lookEveryMs / speed));
}

/** How long the story takes, in milliseconds of real time. */
export function lengthOf({ clock }: Scenario): number {
  return clock.beats.reduce((sum, { seconds }) => sum + seconds * 1_000, 0);
}
