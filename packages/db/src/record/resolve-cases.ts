/** Which Case a statement speaks of. The court's own id decides; a docket number only where it names one Case. */
import { hashId, type CaseRef } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';

/** One text for each CaseRef, so that it can be a key. */
export function refKey({ court, caseId, docketNumber }: CaseRef): string {
  return [court, caseId ?? '', docketNumber ?? ''].join('\u001f');
}

interface AliasRow {
  readonly court_id: string;
  readonly kind: 'PACER_CASE_ID' | 'DOCKET_NUMBER';
  readonly value: string;
  readonly case_id: string;
  readonly pacer_case_id: string | null;
}

/** Finds or makes the Case of each reference. Returns ids by `refKey`. */
export async function resolveCases(tx: Transaction, refs: readonly CaseRef[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Map(refs.map((ref) => [refKey(ref), ref])).values()].sort((a, b) =>
    refKey(a) < refKey(b) ? -1 : 1,
  );
  const aliases = await findAliases(tx, wanted);
  const resolved = new Map<string, string>();
  const made = new Map<string, CaseRef>();
  for (const ref of wanted) {
    const known = pick(ref, aliases);
    const id =
      known ?? hashId('case', ref.court, ref.caseId === null ? `number:${ref.docketNumber}` : `pacer:${ref.caseId}`);
    if (known === undefined) made.set(id, ref);
    resolved.set(refKey(ref), id);
  }
  await insertCases(tx, made);
  await insertAliases(tx, wanted, resolved);
  return resolved;
}

function pick({ court, caseId, docketNumber }: CaseRef, aliases: readonly AliasRow[]): string | undefined {
  const ofCourt = aliases.filter((row) => row.court_id === court);
  const byId = ofCourt.find((row) => row.kind === 'PACER_CASE_ID' && row.value === caseId);
  if (byId) return byId.case_id;
  const byNumber = ofCourt.filter((row) => row.kind === 'DOCKET_NUMBER' && row.value === docketNumber);
  const free = caseId === null ? byNumber : byNumber.filter((row) => row.pacer_case_id === null);
  return free.length === 1 ? free[0]!.case_id : undefined;
}

async function findAliases(tx: Transaction, refs: readonly CaseRef[]): Promise<readonly AliasRow[]> {
  const asked = refs.flatMap(({ court, caseId, docketNumber }) => [
    ...(caseId === null ? [] : [[court, 'PACER_CASE_ID', caseId]]),
    ...(docketNumber === null ? [] : [[court, 'DOCKET_NUMBER', docketNumber]]),
  ]);
  const { rows } = await tx.query<AliasRow>(
    `SELECT a.court_id, a.kind, a.value, coalesce(c.merged_into, c.id) AS case_id, c.pacer_case_id
     FROM unnest($1::text[], $2::text[], $3::text[]) AS w (court_id, kind, value)
     JOIN case_alias a USING (court_id, kind, value) JOIN "case" c ON c.id = a.case_id`,
    [asked.map(([court]) => court), asked.map(([, kind]) => kind), asked.map(([, , value]) => value)],
  );
  return rows;
}

async function insertCases(tx: Transaction, made: ReadonlyMap<string, CaseRef>): Promise<void> {
  if (made.size === 0) return;
  const ids = [...made.keys()].sort();
  await tx.query(
    `INSERT INTO "case" (id, court_id, docket_number, pacer_case_id)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING`,
    [
      ids,
      ids.map((id) => made.get(id)!.court),
      ids.map((id) => made.get(id)!.docketNumber),
      ids.map((id) => made.get(id)!.caseId),
    ],
  );
}

async function insertAliases(
  tx: Transaction,
  refs: readonly CaseRef[],
  resolved: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = refs.flatMap((ref) => {
    const id = resolved.get(refKey(ref))!;
    return [
      ...(ref.caseId === null ? [] : [{ court: ref.court, kind: 'PACER_CASE_ID', value: ref.caseId, id }]),
      ...(ref.docketNumber === null ? [] : [{ court: ref.court, kind: 'DOCKET_NUMBER', value: ref.docketNumber, id }]),
    ];
  });
  await tx.query(
    `WITH added AS (
       INSERT INTO case_alias (court_id, kind, value, case_id) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[])
       ON CONFLICT DO NOTHING RETURNING kind, value, case_id)
     UPDATE "case" c SET pacer_case_id = coalesce(c.pacer_case_id, CASE a.kind WHEN 'PACER_CASE_ID' THEN a.value END),
       docket_number = coalesce(c.docket_number, CASE a.kind WHEN 'DOCKET_NUMBER' THEN a.value END)
     FROM added a WHERE c.id = a.case_id AND (c.pacer_case_id IS NULL OR c.docket_number IS NULL)`,
    [
      rows.map((row) => row.court),
      rows.map((row) => row.kind),
      rows.map((row) => row.value),
      rows.map((row) => row.id),
    ],
  );
}
