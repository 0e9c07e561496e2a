import { DateTime } from 'luxon';
import { parseCivilDate } from '../time/civil-date.js';

/** No page has more below its receipt. Characters. */
const longest = 8_000;
const printed = /\b(\d\d\/\d\d\/\d{4}) (\d\d):(\d\d):(\d\d)\b/;

/** The text of PACER's receipt at the foot of a page, white space single; `null` where the page has none. */
export function receiptText(html: string): string | null {
  const start = html.lastIndexOf('PACER Service Center');
  if (start < 0 || html.length - start > longest) return null;
  return html
    .slice(start)
    .replace(/<[^>]*>|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ');
}

/** When the page was made, UTC; receipts print the time of the court, whose IANA zone this asks for. */
export function receiptMoment(text: string, zone: string): string | null {
  const [, date, hour, minute, second] = printed.exec(text) ?? [];
  const day = date === undefined ? null : parseCivilDate(date);
  if (day === null) return null;
  const time = DateTime.fromISO(`${day}T${hour}:${minute}:${second}`, { zone });
  return time.isValid ? time.toUTC().toISO() : null;
}

/** What was asked for (`Search Criteria:`); empty where the receipt does not say it. */
export function receiptCriteria(text: string): string {
  return /Search\s+Criteria:(.*?)(?:Billable|$)/s.exec(text)?.[1]?.trim() ?? '';
}
