/** The longest a publisher can make us wait by one answer, in milliseconds: a day. */
const longestWait = 24 * 3_600_000;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const imfDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

/** An IMF-fixdate (RFC 9110, 5.6.7) in milliseconds since 1970 UTC; null for anything else. */
function httpDate(text: string): number | null {
  const parts = imfDate.exec(text);
  if (parts === null) return null;
  const [, day, month, year, hour, minute, second] = parts;
  return Date.UTC(Number(year), months.indexOf(month ?? ''), Number(day), Number(hour), Number(minute), Number(second));
}

/**
 * How long `Retry-After` (RFC 9110, 10.2.3) asks to wait, in milliseconds from receipt; null where it says
 * nothing that can be read. A date is taken against the answer's own `Date`, so that a publisher whose clock is
 * wrong is still understood.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, receivedAtMs: number): number | null {
  const text = headers['retry-after']?.trim();
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, longestWait);
  const until = httpDate(text);
  if (until === null) return null;
  const from = httpDate(headers['date']?.trim() ?? '') ?? receivedAtMs;
  return Math.min(Math.max(until - from, 0), longestWait);
}
