import type { Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';

/** A court's own id of one Case that came with another docket's number. */
export interface ConflictRow {
  readonly id: string;
  readonly courtId: string;
  readonly pacerCaseId: string;
  /** The Case that has the id, and the one under which what contradicts it is kept. Both as they were when it was opened. */
  readonly caseId: string;
  readonly otherId: string;
  /** What the page that contradicts prints. */
  readonly said: { readonly docketNumber: string; readonly caption: string | null };
  readonly openedAt: Instant;
  readonly settledAt: Instant | null;
  readonly settledAs: 'SAME' | 'DISTINCT' | null;
  readonly reason: string | null;
}

/** What is asked of the list of conflicts. Newest first. */
export interface ConflictListRequest {
  /** Only open ones, or only settled ones; both where it is not given. */
  readonly settled?: boolean;
  readonly limit: number;
  readonly after?: { readonly openedAt: Instant; readonly id: string };
}

interface ConflictRecord {
  readonly id: string;
  readonly court_id: string;
  readonly pacer_case_id: string;
  readonly case_id: string;
  readonly other_id: string;
  readonly said: ConflictRow['said'];
  readonly opened_at: Date;
  readonly settled_at: Date | null;
  readonly settled_as: ConflictRow['settledAs'];
  readonly reason: string | null;
}

const columns = 'id, court_id, pacer_case_id, case_id, other_id, said, opened_at, settled_at, settled_as, reason';

/** One page of conflicts, by keyset. */
export async function listConflicts(
  db: Database,
  { settled, limit, after }: ConflictListRequest,
): Promise<{ readonly conflicts: readonly ConflictRow[]; readonly hasMore: boolean }> {
  const { rows } = await db.pool.query<ConflictRecord>(
    `SELECT ${columns} FROM case_conflict WHERE ($1::boolean IS NULL OR (settled_at IS NOT NULL) = $1)
       AND ($2::timestamptz IS NULL OR (opened_at, id) < ($2, $3::uuid)) ORDER BY opened_at DESC, id DESC LIMIT $4`,
    [settled ?? null, after?.openedAt ?? null, after?.id ?? null, limit + 1],
  );
  return { conflicts: rows.slice(0, limit).map(toConflictRow), hasMore: rows.length > limit };
}

/** The conflict of an id, if there is one. */
export async function conflictById(db: Database, id: string): Promise<ConflictRow | undefined> {
  const { rows } = await db.pool.query<ConflictRecord>(`SELECT ${columns} FROM case_conflict WHERE id = $1`, [id]);
  return rows[0] && toConflictRow(rows[0]);
}

const toConflictRow = (row: ConflictRecord): ConflictRow => ({
  id: row.id,
  courtId: row.court_id,
  pacerCaseId: row.pacer_case_id,
  caseId: row.case_id,
  otherId: row.other_id,
  said: row.said,
  openedAt: row.opened_at.toISOString(),
  settledAt: row.settled_at?.toISOString() ?? null,
  settledAs: row.settled_as,
  reason: row.reason,
});
