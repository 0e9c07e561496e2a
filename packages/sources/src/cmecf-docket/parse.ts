import { courtById, readDocketReport, zoneOf, type DocketReport } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { assertWholeTables, caseStatement, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { CaseFacts, CaseRef, DocketEntryStatement, Statement } from '@vigil/timeline';
import { docketedText } from './docketed-text.js';
import type { DocketParams, Subject } from './params.js';
import { dayOf, keyRows, numberOf, type KeyedRow } from './rows.js';

/**
 * Reads a docket report: one statement of the case and one a row. Throws PAGE_TRUNCATED, NOT_A_DOCKET; and BAD_INPUT where the page is another case's.
 */
export function* parseDocket(page: CapturedPage, context: ParseContext<DocketParams>): Iterable<Statement> {
  assertWholeTables(page);
  const { params } = context;
  const report = readDocketReport(page.body, { court: params.court, contentType: page.headers['content-type'] });
  const { receipt } = report;
  // An attachment that its reader may not open stands in brackets here, too.
  const entries = report.entries.map((row) => ({ ...row, text: docketedText(row.text, null) }));
  if (receipt !== null && receipt.printedAt !== null) context.builtAt(receipt.printedAt);
  if (receipt?.whole !== true || report.orderedBy === null) context.partial();
  const ref = caseRef(report, params);
  const caseKey = ref.caseId ?? ref.docketNumber!;
  yield caseStatement(ref, factsOf(report));
  const undated = entries.filter((row) => dayOf(row) === null).length;
  if (undated > 0) context.skip('it bears no date', `${undated} of ${entries.length} rows`);
  const zone = zoneOf(courtById(report.court), report.docketNumber?.office ?? null);
  for (const row of keyRows(entries)) yield entryStatement(`entry:${caseKey}:${row.recordKey}`, ref, row, zone);
}

/** The case that a page was asked for, with what the page tells of it. Throws BAD_INPUT where the page is another case's. */
export function caseRef({ court, caseId, docketNumber, printedNumber }: Subject, params: DocketParams): CaseRef {
  const number = docketNumber?.canonical ?? printedNumber;
  const wanted = 'caseId' in params ? params.caseId : params.docketNumber;
  const found = 'caseId' in params ? caseId : number;
  if (found !== null && found !== wanted)
    throw new VigilError('BAD_INPUT', `the page is of ${found}, not of ${wanted}`);
  return {
    court,
    caseId: 'caseId' in params ? params.caseId : caseId,
    docketNumber: 'caseId' in params ? number : params.docketNumber,
  };
}

function factsOf(report: DocketReport): Partial<CaseFacts> {
  const { caption, printedNumber, filedOn, terminatedOn, assignedTo, referredTo } = report;
  const { natureOfSuit, cause, jurisdiction, flags } = report;
  return {
    caption,
    printedNumber,
    filedOn,
    terminatedOn,
    assignedTo,
    referredTo,
    natureOfSuit,
    cause,
    jurisdiction,
    flags,
  };
}

function entryStatement(recordKey: string, ref: CaseRef, { row, keys }: KeyedRow, zone: string): DocketEntryStatement {
  const { documentId, documentUrl, filedOn, enteredOn } = row;
  return {
    kind: 'docket_entry',
    case: ref,
    recordKey,
    keys,
    content: {
      number: numberOf(row),
      documentId,
      documentUrl,
      labels: null,
      text: row.text === '' ? null : row.text,
      filedOn,
      enteredOn,
      enteredAt: null,
      zone,
    },
  };
}
