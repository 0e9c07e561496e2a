import type { Instant } from '@vigil/timeline';
import type { Database } from './open-database.js';

/** The database's clock, as another process can tell it by its own. */
export interface DatabaseClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** When it was, by this clock, at a moment that the process's own clock has told. */
  at(moment: Instant): Instant;
}

/**
 * Compares this process's clock with the database's. Times of what was seen are by this one clock, so that scrapers whose
 * own clocks differ agree on what came first.
 */
export async function databaseClock({ pool }: Pick<Database, 'pool'>, now: () => number): Promise<DatabaseClock> {
  const asked = now();
  const { rows } = await pool.query<{ ms: number }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
  );
  const offset = Math.round(rows[0]!.ms - (asked + now()) / 2);
  return {
    now: () => now() + offset,
    at: (moment) => new Date(Date.parse(moment) + offset).toISOString(),
  };
}
