import { courtById, readDocketHistory, zoneOf, type DocketHistory, type ReportedEntry } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { assertWholeTables, caseStatement, docketEntry, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import { compareKeys, identityKey, type Statement } from '@vigil/timeline';
import { caseRef } from '../cmecf-docket/parse.js';
import type { DocketParams } from '../cmecf-docket/params.js';
import { dayOf, keyRows, numberOf } from '../cmecf-docket/rows.js';
import { caseContent } from './case-content.js';
import { historyRows } from './rows.js';

/**
 * Reads a history report: one statement of the case and one an entry. Throws PAGE_TRUNCATED, NOT_A_DOCKET; BAD_INPUT where
 * the page is another case's; and EMPTY_WITHOUT_PROOF where it lists nothing and does not say that there is nothing.
 */
export function* parseHistory(page: CapturedPage, context: ParseContext<DocketParams>): Iterable<Statement> {
  assertWholeTables(page);
  const { params } = context;
  const history = readDocketHistory(page.body, { court: params.court, contentType: page.headers['content-type'] });
  if (history.receipt !== null && history.receipt.printedAt !== null) context.builtAt(history.receipt.printedAt);
  if (!isWhole(history)) context.partial();
  const ref = caseRef(history, params);
  const caseKey = ref.caseId ?? ref.docketNumber!;
  const rows = historyRows(history.entries);
  const undated = rows.filter((row) => dayOf(row) === null).length;
  if (undated > 0) context.skip('it bears no date', `${undated} of ${rows.length} rows`);
  if (rows.length === undated) {
    if (!history.saysNone) throw new VigilError('EMPTY_WITHOUT_PROOF');
    context.provesEmpty();
  }
  yield caseStatement(ref, caseContent(history));
  const zone = zoneOf(courtById(history.court), history.docketNumber?.office ?? null);
  for (const { row, recordKey, keys } of keyRows(rows)) {
    yield docketEntry({
      court: ref.court,
      ...(ref.caseId === null ? {} : { caseId: ref.caseId }),
      docketNumber: ref.docketNumber,
      // A report without texts, seen after one with them, takes none away: what the two say are records of their own.
      recordKey: `entry:${caseKey}:${recordKey}${row.text === '' ? '' : ':text'}`,
      keys: withDay(row, keys),
      number: numberOf(row),
      documentId: row.documentId,
      documentUrl: row.documentUrl,
      labels: row.labels.length === 0 ? null : row.labels,
      text: row.text === '' ? null : row.text,
      filedOn: row.filedOn,
      enteredOn: row.enteredOn,
      zone,
    });
  }
}

/** Of an entry without a link the docket report prints no row id; what both print is the day, as in feeds. */
function withDay(row: ReportedEntry, keys: readonly string[]): readonly string[] {
  const linked = numberOf(row) !== null || row.documentId !== null;
  return linked ? keys : [...new Set([...keys, identityKey('day', dayOf(row)!)])].sort(compareKeys);
}

/** Whether the report lists all events of the case: not only those with documents, nor those of one defendant. */
function isWhole({ lists, receipt, docketNumber }: DocketHistory): boolean {
  return lists === 'EVENTS' && receipt !== null && receipt.whole && (docketNumber?.defendant ?? null) === null;
}
