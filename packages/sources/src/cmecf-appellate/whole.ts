import { VigilError } from '@vigil/errors';
import { assertWholeTables, type CapturedPage } from '@vigil/source-kit';

/** Bytes at a page's end in which its body is closed. */
const endOfPage = 200;

/**
 * Throws PAGE_TRUNCATED where a page ends within a table, or before its body does: its tables lie within others, so that one
 * cut off between two of them would look like a whole one.
 */
export function assertWhole(page: Pick<CapturedPage, 'body'>): void {
  assertWholeTables(page);
  const end = Buffer.from(page.body.subarray(-endOfPage)).toString('latin1');
  if (!/<\/body\b/i.test(end)) throw new VigilError('PAGE_TRUNCATED');
}

/** Throws EMPTY_WITHOUT_PROOF where a docket shows no entry and does not say that it has none. */
export function assertProvedEmpty(page: Pick<CapturedPage, 'body'>): void {
  const { buffer, byteOffset, byteLength } = page.body;
  if (!Buffer.from(buffer, byteOffset, byteLength).includes('No docket entries found'))
    throw new VigilError('EMPTY_WITHOUT_PROOF', 'the docket shows no entry, and does not say that it has none');
}
