import { docketPlace, mergeEvents, reconcile, type IdentifiedEvent } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';
import type { CaseSteps } from './announce.js';
import { loadAnnounced, type AnnouncedRow } from './announced.js';
import type { Component } from './component.js';

/** Merges what was loaded of each Case anew; returns what readers are to be told. */
export async function mergeComponents(
  tx: Transaction,
  components: readonly Component[],
  courts: ReadonlyMap<string, string>,
): Promise<readonly CaseSteps[]> {
  const withEvents = components.filter(({ keys }) => keys.length > 0);
  const former = await formerCases(
    tx,
    withEvents.map(({ caseId }) => caseId),
  );
  const requests = withEvents.map(({ caseId, keys }) => ({
    caseIds: [caseId, ...(former.get(caseId) ?? [])] as const,
    keys,
  }));
  const announced = await loadAnnounced(tx, requests);
  const merged = withEvents.map(({ caseId, events: sighted }, i) => {
    const before = announced[i]!;
    const { events, steps } = reconcile(requests[i]!.caseIds, mergeEvents(sighted), before);
    return { events, steps: { caseId, courtId: courts.get(caseId)!, steps, announced: before } };
  });
  await addEvidence(
    tx,
    merged.flatMap(({ events, steps }) => witnessed(events, steps.announced)),
  );
  return merged.map(({ steps }) => steps);
}

/** Cases that proved to be one of these, by that one. */
async function formerCases(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await tx.query<{ id: string; merged_into: string }>(
    'SELECT id, merged_into FROM "case" WHERE merged_into = ANY ($1::uuid[]) ORDER BY id',
    [ids],
  );
  const former = new Map<string, string[]>();
  for (const { id, merged_into: into } of rows) former.set(into, [...(former.get(into) ?? []), id]);
  return former;
}

interface Witnessed {
  readonly case_id: string;
  readonly id: string;
  readonly evidence: readonly string[];
  readonly keys: readonly string[];
  readonly place: string;
}

/** Unchanged Events that have a further witness or key: kept with them, and no news. */
function witnessed(events: readonly IdentifiedEvent[], announced: readonly AnnouncedRow[]): readonly Witnessed[] {
  const before = new Map(announced.map((row) => [row.id, row]));
  return events.flatMap((event) => {
    const { id, digest, evidence, keys } = event;
    const row = before.get(id);
    const same = row?.evidence.join() === evidence.join() && row.keys.join() === keys.join();
    return row?.digest === digest && !same
      ? [{ case_id: row.caseId, id, evidence, keys, place: String(docketPlace(event)) }]
      : [];
  });
}

async function addEvidence(tx: Transaction, rows: readonly Witnessed[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE event e SET evidence = t.evidence, keys = t.keys, place = t.place
     FROM jsonb_to_recordset($1::jsonb) AS t (case_id uuid, id uuid, evidence uuid[], keys text[], place bigint) WHERE e.case_id = t.case_id AND e.id = t.id`,
    [JSON.stringify(rows)],
  );
}
