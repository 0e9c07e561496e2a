import type { Database } from '../open-database.js';
import { targetsById, type TargetRow } from '../watching/targets.js';
import type { CaseRow } from './cases.js';

/** The Targets that may show a Case, watched or not: those of its whole court, and its own by ids and numbers. In the order of titles. */
export async function targetsThatShow(db: Database, { id, courtId }: CaseRow): Promise<readonly TargetRow[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'targets_that_show',
    text: `SELECT t.id FROM target t WHERE t.court_id = $2 AND (NOT t.params ?| ARRAY['caseId', 'docketNumber'] OR EXISTS (
        SELECT 1 FROM case_alias a WHERE a.case_id = $1 AND a.value = t.params ->> CASE a.kind
          WHEN 'PACER_CASE_ID' THEN 'caseId' WHEN 'DOCKET_NUMBER' THEN 'docketNumber' END))
      ORDER BY t.title, t.id`,
    values: [id, courtId],
  });
  return (
    await targetsById(
      db,
      rows.map((row) => row.id),
    )
  ).filter((row) => row !== undefined);
}

/** Whether a whole docket report of a Case was ever read. */
export async function hasWholeDocket(db: Database, { id }: Pick<CaseRow, 'id'>): Promise<boolean> {
  const { rows } = await db.pool.query<{ whole: boolean }>({
    name: 'has_whole_docket',
    text: `SELECT EXISTS (SELECT FROM sighting s JOIN observation o ON o.case_id = s.case_id AND o.id = s.observation_id
      WHERE s.case_id = $1 AND s.completeness = 'COMPLETE' AND s.superseded_at IS NULL AND o.kind = 'docket_entry') AS whole`,
    values: [id],
  });
  return rows[0]!.whole;
}

/** Numbers of docket entries that nothing has shown, between others that something did. */
export interface UnseenNumbers {
  readonly first: number;
  readonly last: number;
  /** Whether a whole docket report went past them: it leaves out what is sealed or restricted. */
  readonly leftOut: boolean;
}

/** The gaps in the numbers of a Case's entries, from 1 on, lowest first, `limit` at most. */
export async function unseenNumbers(
  db: Database,
  { id }: Pick<CaseRow, 'id'>,
  limit: number,
): Promise<readonly UnseenNumbers[]> {
  const { rows } = await db.pool.query<{ first: number; last: number; left_out: boolean }>({
    name: 'unseen_numbers',
    text: `WITH shown AS (
        SELECT DISTINCT (content -> 'facts' ->> 'number')::int AS n FROM event
        WHERE case_id = $1 AND kind = 'DOCKET_ENTRY' AND retracted_at IS NULL AND content -> 'facts' ->> 'number' ~ '^[1-9][0-9]{0,5}$'
      ), gap AS (SELECT lag(n, 1, 0) OVER (ORDER BY n) + 1 AS first, n - 1 AS last FROM shown)
      SELECT first, last, last < coalesce((
          SELECT max((o.content ->> 'number')::int) FROM sighting s JOIN observation o ON o.case_id = s.case_id AND o.id = s.observation_id
          WHERE s.case_id = $1 AND s.completeness = 'COMPLETE' AND s.superseded_at IS NULL AND o.kind = 'docket_entry' AND o.content ->> 'number' ~ '^[1-9][0-9]{0,5}$'
        ), 0) AS left_out
      FROM gap WHERE first <= last ORDER BY first LIMIT $2`,
    values: [id, limit],
  });
  return rows.map(({ first, last, left_out: leftOut }) => ({ first, last, leftOut }));
}
