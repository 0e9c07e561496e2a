import { readCaseQuery } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { assertWholeTables, caseStatement, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import type { Statement } from '@vigil/timeline';
import { caseRef } from '../cmecf-docket/parse.js';
import type { DocketParams } from '../cmecf-docket/params.js';
import { caseContent } from '../cmecf-history/case-content.js';

/**
 * Reads the answer to a query for a case: one statement, of the case. Throws PAGE_TRUNCATED, also where the page ends before
 * the links below its head; NOT_A_DOCKET; BAD_RECORD where it does not say when the case was filed; and BAD_INPUT where
 * the page is another case's.
 */
export function* parseQuery(page: CapturedPage, { params }: ParseContext<DocketParams>): Iterable<Statement> {
  assertWholeTables(page);
  const query = readCaseQuery(page.body, { court: params.court, contentType: page.headers['content-type'] });
  if (query.caseId === null)
    throw new VigilError('PAGE_TRUNCATED', 'the links to the case’s lists are missing, or are of several cases');
  if (query.filedOn === null) throw new VigilError('BAD_RECORD', 'it does not say when the case was filed');
  const ref = caseRef(query, params);
  yield caseStatement(ref, caseContent(query));
}
