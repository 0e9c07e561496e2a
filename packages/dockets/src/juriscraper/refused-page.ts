import { refusal } from '../docket-report/refusal.js';

/** What browsers' extensions leave in pages that a person saved. */
const extensions = /MetaMask|CloudMask|Drumpf/;

/**
 * Whether juriscraper reads nothing in a page because of words that stand anywhere on it, be it in the text of an
 * entry of a good docket. `html` is the page's source.
 */
export function isRefused(html: string): boolean {
  return refusal.test(html) || extensions.test(html);
}
