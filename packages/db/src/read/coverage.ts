import type { Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';

/** An interval in which a Target could be seen, or could not. Half-open; `toAt` null is now. */
export interface CoverageRow {
  readonly id: string;
  readonly targetId: string;
  readonly state: 'SEEING' | 'BLIND';
  /** Error code, or NO_OVERLAP; `null` when seeing. */
  readonly reason: string | null;
  readonly message: string | null;
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
  /** For an ended blindness: whether the next reading proved that nothing was missed. */
  readonly recovered: boolean | null;
}

/** The latest intervals of these Targets, newest first, `limit` at most for each; in the order asked. */
export async function coverageOf(
  db: Database,
  targetIds: readonly string[],
  limit: number,
): Promise<readonly (readonly CoverageRow[])[]> {
  const { rows } = await db.pool.query<{
    id: string;
    target_id: string;
    state: CoverageRow['state'];
    reason: string | null;
    message: string | null;
    from_at: Date;
    to_at: Date | null;
    recovered: boolean | null;
  }>({
    name: 'coverage_of',
    text: `SELECT c.* FROM unnest($1::uuid[]) AS w (target_id) CROSS JOIN LATERAL (
        SELECT id, target_id, state, reason, message, from_at, to_at, recovered FROM coverage WHERE target_id = w.target_id
        ORDER BY from_at DESC, to_at DESC NULLS FIRST LIMIT $2) c`,
    values: [targetIds, limit],
  });
  return targetIds.map((targetId) =>
    rows
      .filter((row) => row.target_id === targetId)
      .map((row) => ({
        id: row.id,
        targetId,
        state: row.state,
        reason: row.reason,
        message: row.message,
        fromAt: row.from_at.toISOString(),
        toAt: row.to_at?.toISOString() ?? null,
        recovered: row.recovered,
      })),
  );
}

/** One run of a Target. */
export interface CheckRow {
  readonly id: string;
  readonly targetId: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly outcome: 'NEWS' | 'NO_NEWS' | 'FAILED';
  readonly errorCode: string | null;
  readonly message: string | null;
  readonly statements: number;
  readonly skipped: number;
  readonly changes: number;
}

/** The latest Checks of a Target, newest first. */
export async function checksOf(db: Database, targetId: string, limit: number): Promise<readonly CheckRow[]> {
  const { rows } = await db.pool.query<{
    id: string;
    started_at: Date;
    finished_at: Date | null;
    outcome: CheckRow['outcome'];
    error_code: string | null;
    message: string | null;
    statements: number;
    skipped: number;
    changes: number;
  }>(
    `SELECT id, started_at, finished_at, outcome, error_code, message, statements, skipped, changes FROM "check"
     WHERE target_id = $1 ORDER BY started_at DESC LIMIT $2`,
    [targetId, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    targetId,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    outcome: row.outcome,
    errorCode: row.error_code,
    message: row.message,
    statements: row.statements,
    skipped: row.skipped,
    changes: row.changes,
  }));
}
