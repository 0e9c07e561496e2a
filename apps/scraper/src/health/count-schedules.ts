import type { Database } from '@vigil/db';

/** Targets that somebody watches. */
export interface ScheduleCounts {
  readonly onTime: number;
  readonly overdue: number;
}

/**
 * Counts schedules. One is overdue if its Target, which no publisher asked to wait for, was not looked at for two of
 * its periods and the minute that a change of schedules may take.
 */
export async function countSchedules({ pool }: Database): Promise<ScheduleCounts> {
  const { rows } = await pool.query<{ all: number; overdue: number }>(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE due < clock_timestamp())::int AS overdue
     FROM (SELECT greatest(coalesce(last_checked_at, created_at), not_before) + 2 * every_ms * interval '1 millisecond' + interval '1 minute' AS due
           FROM target WHERE every_ms IS NOT NULL) t`,
  );
  const { all, overdue } = rows[0]!;
  return { onTime: all - overdue, overdue };
}
