/** The receipt at the foot of a docket report: when the court made the page, and what was asked of it. */
import { DateTime } from 'luxon';
import type { Court } from '../courts/court.js';
import { receiptCriteria, receiptMoment, receiptText } from '../receipt/receipt-text.js';
import { parseCivilDate } from '../time/civil-date.js';
import type { DocketReport } from './docket-report.js';

/** Reads the receipt of a report; `null` where the page has none. Its log-in is not read. */
export function readReceipt(html: string, court: Court, filedOn: string | null): DocketReport['receipt'] {
  const text = receiptText(html);
  if (text === null) return null;
  const printedAt = receiptMoment(text, court.zone);
  const asked = receiptCriteria(text);
  const today = printedAt === null ? null : DateTime.fromISO(printedAt, { zone: court.zone }).toISODate();
  return { printedAt, whole: asked !== '' && asksForAll(asked, filedOn, today) };
}

/** Whether no entry can have been left out: by its date, or by the number of its document. */
function asksForAll(asked: string, filedOn: string | null, today: string | null): boolean {
  if (/(?:Starting|Ending) with document:/.test(asked)) return false;
  const number = (label: RegExp): number | null => {
    const digits = label.exec(asked)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  if ((number(/Doc From: (\d+)/) ?? 0) > 0 || (number(/Doc To: (\d+)/) ?? Infinity) < 99_999) return false;
  const from = /(?:\bFrom|Start date): (\d+\/\d+\/\d+)/.exec(asked)?.[1];
  const to = /(?:\bTo|End date): (\d+\/\d+\/\d+)/.exec(asked)?.[1];
  const since = from === undefined ? null : parseCivilDate(from);
  const until = to === undefined ? null : parseCivilDate(to);
  return (
    (from === undefined || (since !== null && filedOn !== null && since <= filedOn)) &&
    (to === undefined || (until !== null && today !== null && until >= today))
  );
}
