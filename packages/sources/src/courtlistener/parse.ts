import { courtById, parseDocketNumber } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { days, docketEntry, hours, readJson, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { DocketEntryFacts, Statement } from '@vigil/timeline';
import { pageShape, pageSize, rowShape, type Row } from './answer.js';
import type { CourtListenerParams } from './params.js';
import { readRows } from './rows.js';

/**
 * Reads a page of entries: one statement a row. Throws BAD_RECORD, PAGE_TRUNCATED where it is shorter than a page with a next one is,
 * and EMPTY_WITHOUT_PROOF where it has no row.
 */
export function* parseEntries(page: CapturedPage, context: ParseContext<CourtListenerParams>): Iterable<Statement> {
  const { docket, court: courtId, docketNumber, caseId } = context.params;
  const { next, results } = readJson(page, pageShape);
  if (results.length === 0)
    throw new VigilError(
      'EMPTY_WITHOUT_PROOF',
      `CourtListener shows no entry: docket ${docket} has none yet, or is not ${docketNumber} of ${courtId}`,
    );
  if (next !== null && results.length < pageSize)
    throw new VigilError(
      'PAGE_TRUNCATED',
      `a page that has a next one shows ${pageSize} entries, not ${results.length}`,
    );
  // CourtListener holds what its readers brought: what it lacks was not removed, and is not missing at the court.
  context.partial();
  const court = courtById(courtId);
  const office = parseDocketNumber(docketNumber, court.kind)?.office ?? null;
  for (const { id, keys, facts } of readRows(goodRows(results, context), { court, office })) {
    if (keys.length === 0) {
      context.skip('nothing tells which entry it is', `entry ${id}`);
      continue;
    }
    lookAgain(facts, page, context);
    yield docketEntry({
      court: courtId,
      docketNumber,
      ...(caseId !== undefined && { caseId }),
      recordKey: `entry:${id}`,
      keys,
      ...facts,
    });
  }
}

/** What was filled in later than this has not been seen, and is no longer waited for. */
const waitedFor = days(7);

/** An entry that has no words yet may have them soon: they come with somebody's docket report, mostly on the first day. */
function lookAgain(
  { text, enteredAt, filedOn }: DocketEntryFacts,
  page: CapturedPage,
  context: Pick<ParseContext<CourtListenerParams>, 'lookAgain'>,
): void {
  if (text !== null) return;
  const age = Date.parse(page.capturedAt) - Date.parse(enteredAt ?? `${filedOn}T00:00:00Z`);
  if (age < waitedFor) context.lookAgain(age < days(1) ? hours(2) : hours(4));
}

/** The rows that can be read, in their publisher's order of coming; one that comes twice is read once. */
function goodRows(results: readonly unknown[], context: ParseContext<CourtListenerParams>): readonly Row[] {
  const rows = new Map<number, Row>();
  for (const [n, result] of results.entries()) {
    const { success, data: row, error } = rowShape.safeParse(result);
    const why = success
      ? troubleOf(row, context.params)
      : `its ${error.issues[0]!.path.join('.')} is not as it should be`;
    if (why !== null) context.skip(why, `row ${n + 1}`);
    else if (success && newer(row, rows.get(row.id))) rows.set(row.id, row);
  }
  return [...rows.values()].sort((a, b) => a.id - b.id);
}

const newer = (row: Row, other: Row | undefined): boolean =>
  other === undefined || Date.parse(row.date_modified) > Date.parse(other.date_modified);

function troubleOf(row: Row, { docket }: CourtListenerParams): string | null {
  if (!new RegExp(`/dockets/${docket}/$`).test(row.docket)) return 'it is of another docket';
  return row.date_filed === null ? 'it bears no date' : null;
}
