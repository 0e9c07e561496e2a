import { courtById, readCaseQuery } from '@vigil/dockets';
import { isHtml, type DocketParams } from '../cmecf-docket/params.js';

/** Below a case's head, and on no report: the lists and reports that it may be asked for. */
const menu = /\/cgi-bin\/qryParties\.pl\?\d/;

/** Which case the answer to a query is of; `null` where a page is no such answer. Throws NOT_A_DOCKET where it names no case. */
export function caseOfPage(body: Uint8Array, court: string): DocketParams | null {
  const { id } = courtById(court);
  if (!isHtml(body)) return null;
  const html = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  if (!menu.test(html)) return null;
  const { caseId, docketNumber, printedNumber } = readCaseQuery(body, { court: id });
  return caseId === null
    ? { court: id, docketNumber: docketNumber?.canonical ?? printedNumber }
    : { court: id, caseId };
}
