import type { EventContent, EventState } from '@vigil/timeline';
import type { Database } from '../open-database.js';
import { eventColumns, toEventRow, type EventRecord, type EventRow, type RevisionRow } from './event-row.js';

/** An Event's full name: its Case leads to its partition. */
export interface EventKey {
  readonly caseId: string;
  readonly id: string;
}

const pairs = (keys: readonly EventKey[]): [string[], string[]] => [
  keys.map(({ caseId }) => caseId),
  keys.map(({ id }) => id),
];

/** The Events of these ids, redirects followed; `undefined` where there is none. In the order asked. */
export async function eventsByKey(db: Database, keys: readonly EventKey[]): Promise<readonly (EventRow | undefined)[]> {
  const { rows } = await db.pool.query<EventRecord & { asked: string }>({
    name: 'events_by_key',
    text: `SELECT w.id AS asked, ${eventColumns} FROM unnest($1::uuid[], $2::uuid[]) AS w (case_id, id)
      LEFT JOIN event_redirect r ON r.old_id = w.id AND r.recorded_to IS NULL
      JOIN event e ON e.case_id = coalesce(r.new_case_id, w.case_id) AND e.id = coalesce(r.new_id, w.id) WHERE e.retracted_at IS NULL`,
    values: pairs(keys),
  });
  const byId = new Map(rows.map((row) => [row.asked, toEventRow(row)]));
  return keys.map(({ id }) => byId.get(id));
}

/** Every state that readers had of these Events, oldest first. In the order asked. */
export async function revisionsOf(
  db: Database,
  keys: readonly EventKey[],
): Promise<readonly (readonly RevisionRow[])[]> {
  const { rows } = await db.pool.query<{
    event_id: string;
    n: number;
    content: EventContent;
    states: EventState[];
    evidence: string[];
    recorded_from: Date;
    recorded_to: Date | null;
  }>({
    name: 'revisions_of',
    text: `SELECT r.event_id, r.n, r.content, r.states, r.evidence, r.recorded_from, r.recorded_to
      FROM unnest($1::uuid[], $2::uuid[]) AS w (case_id, event_id) JOIN event_revision r USING (case_id, event_id) ORDER BY r.event_id, r.n`,
    values: pairs(keys),
  });
  return keys.map(({ id }) =>
    rows
      .filter((row) => row.event_id === id)
      .map((row) => ({
        n: row.n,
        content: row.content,
        states: row.states,
        evidence: row.evidence,
        recordedFrom: row.recorded_from.toISOString(),
        recordedTo: row.recorded_to?.toISOString() ?? null,
      })),
  );
}
