/** Writes what readers are told: Event revisions, redirects, and the numbered Changes. */
import { docketPlace, type IdentifiedEvent, type Step } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';
import type { AnnouncedRow } from './announced.js';

/** Steps of one Case. */
export interface CaseSteps {
  readonly caseId: string;
  readonly courtId: string;
  readonly steps: readonly Step[];
  readonly announced: readonly AnnouncedRow[];
}

/** PostgreSQL's channel on which the number of the latest Change is told. */
export const changeChannel = 'vigil_change';

interface Told {
  /** The Case that this Event's row stands under: one that became `mergedCaseId`, or that itself. */
  readonly caseId: string;
  readonly mergedCaseId: string;
  readonly courtId: string;
  readonly step: Step;
  readonly n: number;
  readonly seq: bigint;
}

/**
 * Takes numbers from the sequencer, whose row lock is held to the commit: so numbers have no gaps
 * and their order is the order of commits. Call it last in a transaction. Returns how many.
 */
export async function announce(tx: Transaction, cases: readonly CaseSteps[], checkId: string | null): Promise<number> {
  const count = cases.reduce((sum, { steps }) => sum + steps.length, 0);
  if (count === 0) return 0;
  const { rows } = await tx.query<{ seq: string; recorded_at: Date }>(
    `UPDATE change_head SET seq = seq + $1, recorded_at = greatest(recorded_at, date_trunc('milliseconds', clock_timestamp())) RETURNING seq, recorded_at`,
    [count],
  );
  const recordedAt = rows[0]!.recorded_at.toISOString();
  let seq = BigInt(rows[0]!.seq) - BigInt(count);
  const told = cases.flatMap(({ caseId, courtId, steps, announced }) => {
    const before = new Map(announced.map((row) => [row.id, row]));
    return steps.map((step): Told => ({
      caseId: before.get(step.id)?.caseId ?? caseId,
      mergedCaseId: caseId,
      courtId,
      step,
      n: (before.get(step.id)?.revision ?? 0) + 1,
      seq: ++seq,
    }));
  });
  await writeEvents(tx, told.filter(hasEvent), recordedAt);
  await writeEndings(
    tx,
    told.filter((item) => !hasEvent(item)),
    recordedAt,
  );
  await writeRedirects(tx, told, recordedAt);
  await tx.query(
    `INSERT INTO change (seq, kind, case_id, event_id, n, into_id, check_id, recorded_at)
     SELECT seq, kind, case_id, event_id, n, into_id, $7, $8
     FROM unnest($1::bigint[], $2::text[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[]) AS t (seq, kind, case_id, event_id, n, into_id)`,
    [
      told.map((item) => String(item.seq)),
      told.map((item) => item.step.kind),
      told.map((item) => item.caseId),
      told.map((item) => item.step.id),
      told.map((item) => item.n),
      told.map(({ step }) => (step.kind === 'MERGED' ? step.into : null)),
      checkId,
      recordedAt,
    ],
  );
  await tx.query('SELECT pg_notify($1, $2)', [changeChannel, String(seq)]);
  return count;
}

const hasEvent = (item: Told): item is Told & { step: { event: IdentifiedEvent } } => 'event' in item.step;
const occurredMs = (event: IdentifiedEvent): number => Date.parse(event.states.at(-1)!.content.occurredAt.instant);

async function writeEvents(
  tx: Transaction,
  told: readonly (Told & { step: { event: IdentifiedEvent } })[],
  recordedAt: string,
): Promise<void> {
  if (told.length === 0) return;
  const rows = JSON.stringify(
    told.map(({ caseId, courtId, step: { event }, n, seq }) => ({
      case_id: caseId,
      id: event.id,
      court_id: courtId,
      kind: event.states.at(-1)!.content.kind,
      keys: event.keys,
      revision: n,
      digest: event.digest,
      occurred_ms: occurredMs(event),
      place: String(docketPlace(event)),
      content: event.states.at(-1)!.content,
      states: event.states,
      evidence: event.evidence,
      possible_duplicate_of: event.possibleDuplicateOf,
      seq: String(seq),
    })),
  );
  const shape = `jsonb_to_recordset($1::jsonb) AS t (case_id uuid, id uuid, court_id text, kind text, keys text[], revision int, digest uuid,
    occurred_ms bigint, place bigint, content jsonb, states jsonb, evidence uuid[], possible_duplicate_of uuid[], seq bigint)`;
  await tx.query(
    `INSERT INTO event (case_id, id, court_id, kind, keys, revision, digest, occurred_ms, place, content, evidence, possible_duplicate_of, tags, added_seq,
       recorded_at, revised_at)
     SELECT case_id, id, court_id, kind, keys, revision, digest, occurred_ms, place, content, evidence, possible_duplicate_of, '{}', seq, $2, $2 FROM ${shape}
     ON CONFLICT (case_id, id) DO UPDATE SET keys = excluded.keys, revision = excluded.revision, digest = excluded.digest,
       occurred_ms = excluded.occurred_ms, place = excluded.place, content = excluded.content, evidence = excluded.evidence,
       possible_duplicate_of = excluded.possible_duplicate_of, revised_at = excluded.revised_at, retracted_at = NULL`,
    [rows, recordedAt],
  );
  await tx.query(
    `INSERT INTO timeline_position (event_id, case_id, court_id, kind, occurred_ms, added_seq)
     SELECT e.id, e.case_id, e.court_id, e.kind, e.occurred_ms, e.added_seq FROM ${shape} JOIN event e USING (case_id, id)
     ON CONFLICT (event_id) DO UPDATE SET occurred_ms = excluded.occurred_ms, kind = excluded.kind
     WHERE timeline_position.occurred_ms <> excluded.occurred_ms OR timeline_position.kind <> excluded.kind`,
    [rows],
  );
  await endRevisions(tx, told, recordedAt);
  await tx.query(
    `INSERT INTO event_revision (case_id, event_id, n, court_id, kind, occurred_ms, place, content, states, evidence, possible_duplicate_of, recorded_from,
       change_seq, added_seq)
     SELECT t.case_id, t.id, t.revision, t.court_id, t.kind, t.occurred_ms, t.place, t.content, t.states, t.evidence, t.possible_duplicate_of, $2, t.seq, e.added_seq
     FROM ${shape} JOIN event e USING (case_id, id)`,
    [rows, recordedAt],
  );
}

/** An Event that is one no more leaves the lists; its last state stays readable `asOf`. */
async function writeEndings(tx: Transaction, told: readonly Told[], recordedAt: string): Promise<void> {
  if (told.length === 0) return;
  const ids = [told.map((item) => item.caseId), told.map((item) => item.step.id)];
  await tx.query(
    `UPDATE event e SET retracted_at = $3, revision = e.revision + 1, revised_at = $3
     FROM unnest($1::uuid[], $2::uuid[]) AS w (case_id, id) WHERE e.case_id = w.case_id AND e.id = w.id`,
    [...ids, recordedAt],
  );
  await tx.query('DELETE FROM timeline_position WHERE event_id = ANY ($1::uuid[])', [ids[1]]);
  await endRevisions(tx, told, recordedAt);
}

async function endRevisions(tx: Transaction, told: readonly Told[], recordedAt: string): Promise<void> {
  await tx.query(
    `UPDATE event_revision r SET recorded_to = $3 FROM unnest($1::uuid[], $2::uuid[]) AS w (case_id, event_id)
     WHERE r.case_id = w.case_id AND r.event_id = w.event_id AND r.recorded_to IS NULL`,
    [told.map((item) => item.caseId), told.map((item) => item.step.id), recordedAt],
  );
}

/** A redirect in force ends where its id becomes an Event again, is retracted, or leads elsewhere. */
async function writeRedirects(tx: Transaction, told: readonly Told[], recordedAt: string): Promise<void> {
  await tx.query('UPDATE event_redirect SET recorded_to = $2 WHERE old_id = ANY ($1::uuid[]) AND recorded_to IS NULL', [
    told.map(({ step }) => step.id),
    recordedAt,
  ]);
  const merged = told.flatMap((item) => (item.step.kind === 'MERGED' ? [{ ...item, into: item.step.into }] : []));
  if (merged.length === 0) return;
  await tx.query(
    `INSERT INTO event_redirect (old_case_id, old_id, new_case_id, new_id, recorded_from, change_seq)
     SELECT old_case_id, old_id, new_case_id, new_id, $6, seq
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[]) AS t (old_case_id, old_id, new_case_id, new_id, seq)`,
    [
      merged.map((item) => item.caseId),
      merged.map((item) => item.step.id),
      merged.map((item) => item.mergedCaseId),
      merged.map((item) => item.into),
      merged.map((item) => String(item.seq)),
      recordedAt,
    ],
  );
}
