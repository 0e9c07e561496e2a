/**
 * The Observations that can decide together: all that share a key, directly or through others. A
 * merge of these alone gives the same Events as a merge of the whole Case, so that its cost does not
 * grow with the Case.
 */
import {
  type CaseStatement,
  type Observation,
  type Run,
  type Sighted,
  type SightedEvent,
  type Statement,
} from '@vigil/timeline';
import type { Transaction } from '../transaction.js';

/** What is loaded of one Case to merge anew. */
export interface Component {
  readonly caseId: string;
  readonly events: readonly SightedEvent[];
  /** Keys of these, and of what nobody says any more: Events of those may have been told. */
  readonly keys: readonly string[];
  readonly facts: readonly Sighted<CaseStatement>[];
}

interface ObservationRow {
  readonly case_id: string;
  readonly id: string;
  readonly source: string;
  readonly kind: Statement['kind'];
  readonly record_key: string;
  readonly keys: string[];
  readonly subject: Statement['case'];
  readonly content: Statement['content'];
}

/** Loads the components of the given Observations, with their sightings, by Case. */
export async function loadComponents(
  tx: Transaction,
  touched: readonly { readonly caseId: string; readonly observationId: string }[],
): Promise<readonly Component[]> {
  const found = new Map<string, ObservationRow>();
  let rows = await observations(
    tx,
    touched.map(({ caseId, observationId }) => [caseId, observationId]),
  );
  while (rows.length > 0) {
    const fresh = rows.filter(({ id }) => !found.has(id));
    for (const row of fresh) found.set(row.id, row);
    if (fresh.length === 0) break;
    rows = await sharing(tx, fresh, [...found.keys()]);
  }
  const sighted = await withSightings(tx, [...found.values()]);
  const cases = new Map<string, { events: SightedEvent[]; facts: Sighted<CaseStatement>[]; keys: string[] }>();
  for (const { case_id: caseId, kind, keys } of found.values()) {
    const of = cases.get(caseId) ?? { events: [], facts: [], keys: [] };
    cases.set(caseId, of);
    if (kind !== 'case') of.keys.push(...keys);
  }
  for (const { caseId, item } of sighted) {
    const of = cases.get(caseId)!;
    if (becomesEvent(item)) of.events.push(item);
    else of.facts.push(item as Sighted<CaseStatement>);
  }
  return [...cases].map(([caseId, of]) => ({ caseId, ...of })).sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
}

const becomesEvent = (item: Sighted<Statement>): item is SightedEvent => item.observation.kind !== 'case';
const columns = 'o.case_id, o.id, o.source, o.kind, o.record_key, o.keys, o.subject, o.content';

async function observations(
  tx: Transaction,
  ids: readonly (readonly [string, string])[],
): Promise<readonly ObservationRow[]> {
  const { rows } = await tx.query<ObservationRow>(
    `SELECT ${columns} FROM unnest($1::uuid[], $2::uuid[]) AS w (case_id, id) JOIN observation o USING (case_id, id)`,
    [ids.map(([caseId]) => caseId), ids.map(([, id]) => id)],
  );
  return rows;
}

async function sharing(
  tx: Transaction,
  of: readonly ObservationRow[],
  known: readonly string[],
): Promise<readonly ObservationRow[]> {
  const pairs = of.flatMap((row) => row.keys.map((key) => [row.case_id, key] as const));
  const { rows } = await tx.query<ObservationRow>(
    `SELECT ${columns} FROM (
       SELECT DISTINCT k.case_id, k.observation_id FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[])) AS w (case_id, key)
       JOIN observation_key k USING (case_id, key) WHERE NOT k.observation_id = ANY ($3::uuid[])) AS f
     JOIN observation o ON o.case_id = f.case_id AND o.id = f.observation_id`,
    [pairs.map(([caseId]) => caseId), pairs.map(([, key]) => key), known],
  );
  return rows;
}

interface RunRow {
  readonly observation_id: string;
  readonly target_id: string;
  readonly first_capture: string;
  readonly last_capture: string | null;
  readonly whole: boolean;
  readonly missed: readonly string[];
}

// A run that is open ends nowhere. Of one that ended: whether its last Capture lists everything, and the next two that do.
const runsQuery = `
  SELECT s.observation_id, s.target_id, s.first_capture, s.last_capture, coalesce(l.completeness = 'COMPLETE', false) AS whole,
    CASE WHEN s.last_capture IS NULL THEN '{}'::text[] ELSE ARRAY(
      SELECT key FROM capture c WHERE c.target_id = s.target_id AND c.key > s.last_capture AND c.completeness = 'COMPLETE' AND c.error_code IS NULL
      ORDER BY key LIMIT 2) END AS missed
  FROM unnest($1::uuid[], $2::uuid[]) AS w (case_id, observation_id) JOIN sighting s USING (case_id, observation_id)
  LEFT JOIN capture l ON l.target_id = s.target_id AND l.key = s.last_capture
  WHERE s.superseded_at IS NULL`;

async function withSightings(
  tx: Transaction,
  rows: readonly ObservationRow[],
): Promise<readonly { caseId: string; item: Sighted<Statement> }[]> {
  const seen = await tx.query<RunRow>(runsQuery, [rows.map((row) => row.case_id), rows.map((row) => row.id)]);
  const runs = new Map<string, Run[]>();
  for (const { observation_id: id, target_id: target, first_capture: first, last_capture: last, ...rest } of seen.rows)
    runs.set(id, [...(runs.get(id) ?? []), { target, first, last, ...rest }]);
  return rows
    .filter(({ id }) => runs.has(id)) // superseded everywhere: nobody says so any more
    .map((row) => ({ caseId: row.case_id, item: { observation: asObservation(row), runs: runs.get(row.id)! } }));
}

function asObservation(row: ObservationRow): Observation {
  const { id, source, kind, record_key: recordKey, keys, subject, content } = row;
  // The row holds what a Statement held; that its kind and its content belong together no type can tell.
  return { id, source, kind, recordKey, case: subject, content, ...(kind !== 'case' && { keys }) } as Observation;
}
