import { courtById, historyLists, readDocketHistory } from '@vigil/dockets';
import { isHtml, subjectParams, type DocketParams } from '../cmecf-docket/params.js';

/** Whose history report a page is; `null` where it is none. Throws NOT_A_DOCKET where it has the heading of one, and names no case. */
export function historyOfPage(body: Uint8Array, court: string): DocketParams | null {
  const { id } = courtById(court);
  if (!isHtml(body)) return null;
  const html = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  return historyLists(html) === null ? null : subjectParams(readDocketHistory(body, { court: id }));
}
