import { refusalIn } from '../docket-report/refusal.js';
import { decodeBytes } from '../text/decode-bytes.js';
import { isSpoiltPage } from './spoilt-page.js';

/**
 * Whether juriscraper reads nothing in a page because of words that stand anywhere on it, be it in the text of an
 * entry of a good docket.
 */
export function isRefused(bytes: Uint8Array): boolean {
  return isSpoiltPage(bytes) || refusalIn(decodeBytes(bytes)) !== null;
}
