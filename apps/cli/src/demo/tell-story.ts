import { setTimeout as sleep } from 'node:timers/promises';
import type { VirtualClock } from '@vigil/courthouse';
import { headOfChanges, targetsById, type Database } from '@vigil/db';
import type { ProgressFile } from './progress.js';

const tickMs = 250;

/** A story, ready to be played. */
export interface Story {
  /** Stands still. */
  readonly clock: VirtualClock;
  /** How long the story takes, in milliseconds of real time. */
  readonly lengthMs: number;
  readonly speed: number;
  /** The courts, as Vigil looks at them. */
  readonly targetIds: readonly string[];
}

/**
 * Lets the clock run and keeps how much was played. Resolves with true when the story was told to its end, with false
 * when `until` is aborted before. The clock starts once each court was seen, since a run that was killed may have left
 * a Check behind that holds up the next; the end has come when each was seen after it and all Changes were told.
 */
export async function tellStory(
  { clock, lengthMs, speed, targetIds }: Story,
  { db, progress }: { readonly db: Database; readonly progress: ProgressFile },
  until: AbortSignal,
): Promise<boolean> {
  const holds = async (condition: () => boolean | Promise<boolean>): Promise<boolean> => {
    while (!until.aborted && !(await condition()))
      await sleep(tickMs, undefined, { signal: until }).catch(() => undefined);
    return !until.aborted;
  };
  const eachSeenAfter = async (moment: number): Promise<boolean> =>
    (await targetsById(db, targetIds)).every(
      (target) => target?.errorCode === null && Date.parse(target.lastCheckedAt ?? '') > moment,
    );

  const start = Date.now();
  if (!(await holds(() => eachSeenAfter(start)))) return false;
  clock.resume();
  const played = await holds(() => {
    progress.keep({ playedMs: clock.elapsedMs() * speed });
    return clock.elapsedMs() >= lengthMs;
  });
  const end = Date.now();
  if (!played || !(await holds(() => eachSeenAfter(end)))) return false;
  return await holds(async () => progress.now.toldUpTo >= (await headOfChanges(db)));
}
