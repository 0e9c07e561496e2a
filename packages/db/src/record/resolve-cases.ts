/**
 * Which Case a statement speaks of. The court's own id decides; a docket number only where it names one Case. An id under
 * which another docket comes is no proof: it is a Case apart, and a conflict for a person.
 */
import { hashId, type CaseRef, type Statement } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';
import { openConflicts, type FoundConflict } from './open-conflicts.js';
import { sameCaption, sameNumber } from './same-docket.js';

/** One text for each CaseRef, so that it can be a key. */
export function refKey({ court, caseId, docketNumber }: CaseRef): string {
  return [court, caseId ?? '', docketNumber ?? ''].join('\u001f');
}

/** A name of a Case, and what is known of that Case. */
interface AliasRow {
  readonly court_id: string;
  readonly kind: 'PACER_CASE_ID' | 'DOCKET_NUMBER';
  readonly value: string;
  readonly case_id: string;
  readonly pacer_case_id: string | null;
  readonly docket_number: string | null;
  readonly caption: string | null;
}

/** A CaseRef, and how its statements call the Case. */
interface Wanted {
  readonly ref: CaseRef;
  readonly caption: string | null;
}

/** Finds or makes the Case of each statement. Returns ids by `refKey`. */
export async function resolveCases(
  tx: Transaction,
  statements: readonly Statement[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = wantedOf(statements);
  const aliases = [...(await findAliases(tx, wanted))];
  const resolved = new Map<string, string>();
  const made = new Map<string, CaseRef>();
  const conflicts: FoundConflict[] = [];
  for (const { ref, caption } of wanted) {
    const { known, holder } = pick(ref, caption, aliases);
    const id = known ?? newId(ref, holder);
    resolved.set(refKey(ref), id);
    if (known === undefined) made.set(id, ref);
    if (holder !== undefined && holder !== id) conflicts.push({ ref, caption, holder, apart: id });
    aliases.push(...namesOf(ref, caption, id));
  }
  await insertCases(tx, made);
  await insertAliases(
    tx,
    wanted.map(({ ref }) => ref),
    resolved,
  );
  await openConflicts(tx, conflicts);
  return resolved;
}

/** By `refKey`, so that the statements of one Capture are resolved in one order. */
function wantedOf(statements: readonly Statement[]): readonly Wanted[] {
  const found = new Map<string, Wanted>();
  for (const { case: ref, ...statement } of statements) {
    const caption = statement.kind === 'case' ? statement.content.caption : null;
    found.set(refKey(ref), { ref, caption: caption ?? found.get(refKey(ref))?.caption ?? null });
  }
  return [...found.values()].sort((a, b) => (refKey(a.ref) < refKey(b.ref) ? -1 : 1));
}

/** `known`: the Case, where it is known. `holder`: the Case that has the court's id, where that is another. */
function pick(
  { court, caseId, docketNumber }: CaseRef,
  caption: string | null,
  aliases: readonly AliasRow[],
): { readonly known: string | undefined; readonly holder: string | undefined } {
  const ofCourt = aliases.filter((row) => row.court_id === court);
  const byNumber = ofCourt.filter((row) => row.kind === 'DOCKET_NUMBER' && row.value === docketNumber);
  const exact = caseId === null ? undefined : byNumber.find((row) => row.pacer_case_id === caseId);
  if (exact) return { known: exact.case_id, holder: undefined };
  const byId = ofCourt.find((row) => row.kind === 'PACER_CASE_ID' && row.value === caseId);
  if (byId && !contradicts({ court, docketNumber, caption }, byId)) return { known: byId.case_id, holder: undefined };
  const free = caseId === null ? byNumber : byNumber.filter((row) => row.pacer_case_id === null);
  const cases = [...new Set(free.map((row) => row.case_id))];
  return { known: cases.length === 1 ? cases[0] : undefined, holder: byId?.case_id };
}

/** The court's id with another number: the court gives a case a new one and keeps its caption, or this is another case. */
const contradicts = (
  { court, docketNumber, caption }: { court: string; docketNumber: string | null; caption: string | null },
  known: AliasRow,
): boolean =>
  docketNumber !== null &&
  known.docket_number !== null &&
  !sameNumber(court, docketNumber, known.docket_number) &&
  !sameCaption(caption, known.caption);

function newId({ court, caseId, docketNumber }: CaseRef, holder: string | undefined): string {
  if (caseId === null) return hashId('case', court, `number:${docketNumber}`);
  if (holder === undefined) return hashId('case', court, `pacer:${caseId}`);
  return hashId('case', court, `pacer:${caseId}`, `number:${docketNumber}`);
}

const namesOf = ({ court, caseId, docketNumber }: CaseRef, caption: string | null, id: string): readonly AliasRow[] =>
  (
    [
      ['PACER_CASE_ID', caseId],
      ['DOCKET_NUMBER', docketNumber],
    ] as const
  ).flatMap(([kind, value]) =>
    value === null
      ? []
      : [{ court_id: court, kind, value, case_id: id, pacer_case_id: caseId, docket_number: docketNumber, caption }],
  );

async function findAliases(tx: Transaction, wanted: readonly Wanted[]): Promise<readonly AliasRow[]> {
  const asked = wanted.flatMap(({ ref: { court, caseId, docketNumber } }) => [
    ...(caseId === null ? [] : [[court, 'PACER_CASE_ID', caseId]]),
    ...(docketNumber === null ? [] : [[court, 'DOCKET_NUMBER', docketNumber]]),
  ]);
  const { rows } = await tx.query<AliasRow>(
    `SELECT a.court_id, a.kind, a.value, c.id AS case_id, c.pacer_case_id, c.docket_number, c.caption
     FROM unnest($1::text[], $2::text[], $3::text[]) AS w (court_id, kind, value) JOIN case_alias a USING (court_id, kind, value)
     JOIN "case" o ON o.id = a.case_id JOIN "case" c ON c.id = coalesce(o.merged_into, o.id)`,
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
