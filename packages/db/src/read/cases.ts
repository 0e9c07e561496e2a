import { ownPublisher } from '@vigil/dockets';
import type { CaseFacts, Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';

/** A Case as readers get it. */
export interface CaseRow {
  readonly id: string;
  readonly courtId: string;
  readonly docketNumber: string | null;
  readonly printedNumber: string | null;
  readonly pacerCaseId: string | null;
  readonly caption: string | null;
  readonly facts: Partial<CaseFacts>;
  /** When Vigil first heard of it. */
  readonly createdAt: Instant;
}

interface CaseRecord {
  readonly id: string;
  readonly court_id: string;
  readonly docket_number: string | null;
  readonly printed_number: string | null;
  readonly pacer_case_id: string | null;
  readonly caption: string | null;
  readonly facts: Partial<CaseFacts>;
  readonly created_at: Date;
}

const columns =
  'c.id, c.court_id, c.docket_number, c.printed_number, c.pacer_case_id, c.caption, c.facts, c.created_at';

const toCaseRow = (row: CaseRecord): CaseRow => ({
  id: row.id,
  courtId: row.court_id,
  docketNumber: row.docket_number,
  printedNumber: row.printed_number,
  pacerCaseId: row.pacer_case_id,
  caption: row.caption,
  facts: row.facts,
  createdAt: row.created_at.toISOString(),
});

/** The Cases of these ids, merged ones followed; in the order asked. */
export async function casesById(db: Database, ids: readonly string[]): Promise<readonly (CaseRow | undefined)[]> {
  const { rows } = await db.pool.query<CaseRecord & { asked: string }>({
    name: 'cases_by_id',
    text: `SELECT a.id AS asked, ${columns} FROM "case" a JOIN "case" c ON c.id = coalesce(a.merged_into, a.id) WHERE a.id = ANY ($1::uuid[])`,
    values: [ids],
  });
  const byId = new Map(rows.map((row) => [row.asked, toCaseRow(row)]));
  return ids.map((id) => byId.get(id));
}

/** The Cases of a court under a name; several where a docket number names several (one a defendant). */
export async function casesByAlias(
  db: Database,
  courtId: string,
  kind: 'PACER_CASE_ID' | 'DOCKET_NUMBER' | 'PRINTED',
  value: string,
): Promise<readonly CaseRow[]> {
  const { rows } = await db.pool.query<CaseRecord>(
    `SELECT DISTINCT ON (c.id) ${columns} FROM case_alias a JOIN "case" o ON o.id = a.case_id JOIN "case" c ON c.id = coalesce(o.merged_into, o.id)
     WHERE a.court_id = $1 AND a.kind = $2 AND a.value = $3 ORDER BY c.id`,
    [courtId, kind, value],
  );
  return rows.map(toCaseRow);
}

/** What is asked of the list of Cases. Newest known first; Vigil's own series only where `courts` names it. */
export interface CaseListRequest {
  readonly courts?: readonly string[];
  readonly text?: string;
  readonly limit: number;
  readonly after?: { readonly createdAt: Instant; readonly id: string };
}

/** One page of Cases, by keyset. */
export async function listCases(
  db: Database,
  { courts, text, limit, after }: CaseListRequest,
): Promise<{ readonly cases: readonly CaseRow[]; readonly hasMore: boolean }> {
  const { rows } = await db.pool.query<CaseRecord>(
    `SELECT ${columns} FROM "case" c WHERE c.merged_into IS NULL AND CASE WHEN $1::text[] IS NULL THEN c.court_id <> $6 ELSE c.court_id = ANY ($1) END
       AND ($2::text IS NULL OR c.search @@ websearch_to_tsquery('simple', $2))
       AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3, $4::uuid))
     ORDER BY c.created_at DESC, c.id DESC LIMIT $5`,
    [courts ?? null, text ?? null, after?.createdAt ?? null, after?.id ?? null, limit + 1, ownPublisher],
  );
  return { cases: rows.slice(0, limit).map(toCaseRow), hasMore: rows.length > limit };
}
