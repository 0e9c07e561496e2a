import { VigilError } from '@vigil/errors';
import { caseFacts } from '../case-head/case-facts.js';
import { readCaseHead } from '../case-head/read-case-head.js';
import { courtById } from '../courts/court-by-id.js';
import type { Court } from '../courts/court.js';
import { readReceipt } from '../docket-report/receipt.js';
import { refusalIn } from '../docket-report/refusal.js';
import type { PageOrigin } from '../html/page-origin.js';
import { readPage, type Page } from '../html/read-page.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import type { DocketHistory } from './docket-history.js';
import { readHistoryEntries } from './history-entries.js';
import { historyLists } from './history-lists.js';

/** Reads a history report (CM/ECF, `HistDocQry.pl`). Pure. Throws UNKNOWN_COURT, NOT_A_DOCKET. */
export function readDocketHistory(bytes: Uint8Array, { court, contentType }: PageOrigin): DocketHistory {
  return docketHistoryOf(readPage(bytes, contentType), courtById(court));
}

/** The history report that a page is. Throws NOT_A_DOCKET. */
export function docketHistoryOf({ html, body, tables }: Page, court: Court): DocketHistory {
  const head = readCaseHead(body);
  const found = readHistoryEntries(tables, court);
  const refusal = found === null ? refusalIn(html) : null;
  if (head === null || refusal !== null) {
    const what = refusal === null ? 'got another page' : `the court says: ${refusal}`;
    throw new VigilError('NOT_A_DOCKET', `expected a history report: ${what}`);
  }
  const facts = caseFacts(head);
  return {
    court: court.id,
    caseId: found?.caseId ?? null,
    docketNumber: parseDocketNumber(head.printedNumber, court.kind),
    ...head,
    ...facts,
    lists: historyLists(html),
    saysNone: /There\s+are\s+no\s+(?:documents|events\s+docketed)\s+for\s+this\s+case\./.test(html),
    entries: found?.entries ?? [],
    receipt: readReceipt(html, court, facts.filedOn),
  };
}
