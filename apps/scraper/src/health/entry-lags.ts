import type { Database } from '@vigil/db';

/** Others may have recorded since: so many of the latest Changes are looked through. */
const margin = 2_000;

/**
 * How long after the court's own time the Events that a Check found were recorded, in seconds; call it as the Check
 * ends. Only of entries that are new and whose time of entry the court tells.
 */
export async function entryLags(
  { pool }: Database,
  { checkId, changes }: { readonly checkId: string; readonly changes: number },
): Promise<readonly number[]> {
  const { rows } = await pool.query<{ seconds: number }>(
    `SELECT extract(epoch FROM c.recorded_at - (r.content #>> '{facts,enteredAt}')::timestamptz)::float8 AS seconds
     FROM change c JOIN event_revision r ON r.case_id = c.case_id AND r.event_id = c.event_id AND r.n = c.n
     WHERE c.seq > (SELECT seq FROM change_head) - $2 AND c.check_id = $1 AND c.kind = 'ADDED' AND r.content #>> '{facts,enteredAt}' IS NOT NULL`,
    [checkId, changes + margin],
  );
  return rows.map(({ seconds }) => seconds);
}
