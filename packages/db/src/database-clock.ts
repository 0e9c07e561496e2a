import type { Instant } from '@vigil/timeline';
import type { Database } from './open-database.js';

/** The database's clock, as another process can tell it by its own. */
export interface DatabaseClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** When it was, by this clock, at a moment that the process's own clock has told. */
  at(moment: Instant): Instant;
}

/** What is kept of a database's clock: how far it is ahead of this process's, in milliseconds. */
const offsets = new WeakMap<Database['pool'], number>();

/**
 * Compares this process's clock with the database's. Times of what was seen are by this one clock, so that scrapers whose
 * own clocks differ agree on what came first. A comparison is as rough as its query was slow, so the offset is moved only
 * as far as the new one proves it wrong: a slow answer does not make one process's times run backwards.
 */
export async function databaseClock({ pool }: Pick<Database, 'pool'>, now: () => number): Promise<DatabaseClock> {
  const asked = now();
  const { rows } = await pool.query<{ ms: number }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
  );
  const answered = now();
  const { ms } = rows[0]!;
  const kept = offsets.get(pool) ?? Math.round(ms - (asked + answered) / 2);
  // The database answered after it was asked and before the answer was here: no other offset is possible.
  const offset = Math.min(Math.max(kept, Math.floor(ms) - answered), Math.ceil(ms) - asked);
  offsets.set(pool, offset);
  return {
    now: () => now() + offset,
    at: (moment) => new Date(Date.parse(moment) + offset).toISOString(),
  };
}
