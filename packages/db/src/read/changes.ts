import type { EventContent, Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';
import { toEventRow, type EventRecord, type EventRow } from './event-row.js';

/** One step of the log. */
export interface ChangeRow {
  readonly seq: number;
  readonly kind: 'ADDED' | 'REVISED' | 'MERGED' | 'RETRACTED';
  readonly caseId: string;
  readonly eventId: string;
  readonly courtId: string;
  readonly recordedAt: Instant;
  /** The Event after this Change; for MERGED the Event that it became; `null` for RETRACTED. */
  readonly event: EventRow | null;
  /** What the Event said before; `null` for ADDED. */
  readonly previous: EventContent | null;
}

interface ChangeRecord extends EventRecord {
  readonly seq: string;
  readonly change_kind: ChangeRow['kind'];
  readonly told_at: Date;
  readonly told_case: string;
  readonly told_event: string;
  readonly told_court: string;
  readonly previous: EventContent | null;
  readonly has_event: boolean;
}

// The state is that of the revision which the Change told, and not today's.
const changesQuery = `
  SELECT c.seq, c.kind AS change_kind, c.recorded_at AS told_at, c.case_id AS told_case, c.event_id AS told_event, t.court_id AS told_court,
    p.content AS previous, e.id IS NOT NULL AS has_event, e.case_id, e.id, e.court_id, e.kind, e.possible_duplicate_of, e.tags, e.urgency,
    e.added_seq, e.recorded_at, coalesce(r.n, e.revision) AS revision, coalesce(r.occurred_ms, e.occurred_ms) AS occurred_ms, coalesce(r.place, e.place) AS place,
    coalesce(r.content, e.content) AS content, coalesce(r.evidence, e.evidence) AS evidence, coalesce(r.recorded_from, e.revised_at) AS revised_at
  FROM (SELECT * FROM change WHERE seq > $1 AND seq <= $2 AND organisation_id IS NULL ORDER BY seq LIMIT $3) c
  JOIN "case" t ON t.id = c.case_id
  LEFT JOIN event_redirect m ON c.kind = 'MERGED' AND m.old_id = c.event_id AND m.change_seq = c.seq
  LEFT JOIN event e ON c.kind <> 'RETRACTED' AND e.case_id = coalesce(m.new_case_id, c.case_id) AND e.id = coalesce(c.into_id, c.event_id)
  LEFT JOIN event_revision r ON c.kind IN ('ADDED', 'REVISED') AND r.case_id = c.case_id AND r.event_id = c.event_id AND r.n = c.n
  LEFT JOIN event_revision p ON p.case_id = c.case_id AND p.event_id = c.event_id AND p.n = c.n - 1
  ORDER BY c.seq`;

/** Number of the latest Change; 0 before the first. */
export async function headOfChanges(db: Database): Promise<number> {
  const { rows } = await db.pool.query<{ seq: string }>('SELECT seq FROM change_head');
  return Number(rows[0]!.seq);
}

/** Number of the oldest Change that is kept; `null` where there is none. */
export async function oldestChange(db: Database): Promise<number | null> {
  const { rows } = await db.pool.query<{ seq: string | null }>('SELECT min(seq) AS seq FROM change');
  return rows[0]!.seq === null ? null : Number(rows[0]!.seq);
}

/** The common Changes with `after < seq <= upTo`, in order, `limit` at most. */
export async function changesAfter(
  db: Database,
  after: number,
  upTo: number,
  limit: number,
): Promise<readonly ChangeRow[]> {
  const { rows } = await db.pool.query<ChangeRecord>({
    name: 'changes_after',
    text: changesQuery,
    values: [after, upTo, limit],
  });
  return rows.map((row) => ({
    seq: Number(row.seq),
    kind: row.change_kind,
    caseId: row.told_case,
    eventId: row.told_event,
    courtId: row.told_court,
    recordedAt: row.told_at.toISOString(),
    event: row.has_event ? toEventRow(row) : null,
    previous: row.previous,
  }));
}
