import { VigilError } from '@vigil/errors';
import { caseFacts } from '../case-head/case-facts.js';
import { readCaseHead } from '../case-head/read-case-head.js';
import { courtById } from '../courts/court-by-id.js';
import type { Court } from '../courts/court.js';
import type { PageOrigin } from '../html/page-origin.js';
import { readPage, type Page } from '../html/read-page.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import type { CaseQuery } from './case-query.js';

/** Reads the answer to a query for one case (CM/ECF, `iquery.pl`). Pure. Throws UNKNOWN_COURT, NOT_A_DOCKET. */
export function readCaseQuery(bytes: Uint8Array, { court, contentType }: PageOrigin): CaseQuery {
  return caseQueryOf(readPage(bytes, contentType), courtById(court));
}

/** The answer that a page is. Throws NOT_A_DOCKET. */
export function caseQueryOf({ html, body }: Page, court: Court): CaseQuery {
  const head = readCaseHead(body);
  if (head === null) {
    const what = html.includes('Case not found.') ? 'the court says: Case not found.' : 'got another page';
    throw new VigilError('NOT_A_DOCKET', `expected the answer to a query for a case: ${what}`);
  }
  return {
    court: court.id,
    caseId: caseIdIn(html),
    docketNumber: parseDocketNumber(head.printedNumber, court.kind),
    ...head,
    ...caseFacts(head),
  };
}

/** What a case may be asked about, below its head: `/cgi-bin/qryParties.pl?690011`. */
const menu = /\/cgi-bin\/(?:qryAttorneys|qryParties|qrySummary|DktRpt|HistDocQry|StatusQry)\.pl\?(\d{1,12})(?=["'])/g;

function caseIdIn(html: string): string | null {
  const ids = new Set(Array.from(html.matchAll(menu), ([, id]) => id!));
  const [id = null] = ids.size === 1 ? ids : [];
  return id;
}
