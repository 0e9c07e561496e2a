/** The receipt at the foot of a docket of a court of appeals. */
import type { Receipt } from '../receipt/receipt.js';
import { receiptCriteria, receiptMoment, receiptText } from '../receipt/receipt-text.js';

/**
 * Reads the receipt of a docket; `null` where the page has none. Its log-in is not read. A `Docket Report (full)` leaves
 * nothing out; a `Case Summary` has the last ten entries, and a `Docket Report (filtered)` what was asked for.
 */
export function readAppellateReceipt(html: string, zone: string, printedNumber: string): Receipt | null {
  const text = receiptText(html);
  if (text === null) return null;
  const isFull = /Description:\s*Docket Report \(full\)\s/.test(text);
  return { printedAt: receiptMoment(text, zone), whole: isFull && receiptCriteria(text) === printedNumber };
}
