const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Zone names of RFC 822 and of United States courts, in minutes from UTC. */
const offsets: ReadonlyMap<string, number> = new Map([
  ...['GMT', 'UT', 'UTC', 'Z'].map((zone) => [zone, 0] as const),
  ['AST', -4 * 60],
  ['EDT', -4 * 60],
  ['EST', -5 * 60],
  ['CDT', -5 * 60],
  ['CST', -6 * 60],
  ['MDT', -6 * 60],
  ['MST', -7 * 60],
  ['PDT', -7 * 60],
  ['PST', -8 * 60],
  ['AKDT', -8 * 60],
  ['AKST', -9 * 60],
  ['HST', -10 * 60],
  ['SST', -11 * 60],
  ['CHST', 10 * 60],
]);

const form =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s+(\S+)$/;

/** A moment as a feed prints it. */
export interface FeedTime {
  /** UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly instant: string;
  /** The offset that was printed, in minutes from UTC. */
  readonly offsetMinutes: number;
}

/**
 * Reads a `pubDate` or `lastBuildDate` (RFC 822, `Thu, 14 Dec 2017 23:10:05 GMT`; courts of appeals print `EST`
 * and the like). `null` where a field is out of range or the zone is unknown: no time is better than a wrong one.
 * The weekday is not checked. Feeds hold one time an item, so this is written for speed and not with luxon.
 */
export function parseFeedTime(printed: string): FeedTime | null {
  const match = form.exec(printed.trim());
  if (!match) return null;
  const offsetMinutes = offsetOf(match[7]!);
  const day = Number(match[1]);
  const year = Number(match[3]);
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  if (offsetMinutes === null || hour > 23 || minute > 59 || second > 59) return null;
  const local = new Date(Date.UTC(year, months.indexOf(match[2]!), day, hour, minute, second));
  // Date.UTC rolls over: 31 April to 1 May, a month that is not in the list to December, years below 100 by 1900.
  if (local.getUTCDate() !== day || local.getUTCFullYear() !== year) return null;
  const instant = new Date(local.getTime() - offsetMinutes * 60_000);
  return { instant: instant.toISOString(), offsetMinutes };
}

function offsetOf(zone: string): number | null {
  const numeric = /^([+-])(\d\d):?([0-5]\d)$/.exec(zone);
  if (!numeric) return offsets.get(zone.toUpperCase()) ?? null;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  if (minutes > 14 * 60) return null;
  return numeric[1] === '-' ? -minutes : minutes;
}
