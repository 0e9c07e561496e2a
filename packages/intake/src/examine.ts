import { databaseClock, healthOf, listTargets, type HealthRow, type TargetRow } from '@vigil/db';
import type { Rooms } from './rooms.js';
import { troublesOf, type Trouble } from './troubles.js';

/** A Target, and how it is. */
export interface Examined {
  readonly target: TargetRow;
  readonly health: HealthRow;
  readonly troubles: readonly Trouble[];
}

/** Looks at the record, and asks no publisher, how the watched Targets are: all, or those of a Source. By title. */
export async function examine(
  { db, sources, now }: Pick<Rooms, 'db' | 'sources' | 'now'>,
  sourceId?: string,
): Promise<readonly Examined[]> {
  const watched = await listTargets(db);
  const targets = watched.filter(({ source }) => sourceId === undefined || source === sourceId);
  const clock = await databaseClock(db, now);
  const healths = await healthOf(
    db,
    targets.map(({ id }) => id),
  );
  const at = new Date(clock.now()).toISOString();
  return targets.map((target, index) => {
    const health = healths[index]!;
    const source = sources.get(target.source);
    return { target, health, troubles: troublesOf({ source, target, health, now: at }) };
  });
}
