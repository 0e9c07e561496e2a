/** Business days of federal courts: Monday to Friday without the legal holidays of 5 U.S.C. 6103(a). */
import { DateTime } from 'luxon';
import type { Instant } from '../statement.js';

/** Month, weekday (1 is Monday) and which one of the month; -1 is the last. */
type Floating = readonly [month: number, weekday: number, nth: number];

const floating: readonly Floating[] = [
  [1, 1, 3], // Birthday of Martin Luther King, Jr.
  [2, 1, 3], // Washington's Birthday
  [5, 1, -1], // Memorial Day
  [9, 1, 1], // Labor Day
  [10, 1, 2], // Columbus Day
  [11, 4, 4], // Thanksgiving Day
];
/** Month, day, and the first year: New Year, Juneteenth, Independence, Veterans, Christmas. */
const fixed = [
  [1, 1, 0],
  [6, 19, 2021],
  [7, 4, 0],
  [11, 11, 0],
  [12, 25, 0],
] as const;

/** The legal holidays of a year, `YYYY-MM-DD`; one that falls on a Saturday or Sunday on the day that it is observed on, too. */
export function federalHolidays(year: number): ReadonlySet<string> {
  const days: DateTime[] = floating.map(([month, weekday, nth]) => nthWeekday(year, month, weekday, nth));
  // New Year's Day of the next year is observed on this year's last day where it is a Saturday.
  for (const inYear of [year, year + 1]) {
    for (const [month, day, since] of fixed) {
      if (inYear < since) continue;
      const date = DateTime.utc(inYear, month, day);
      const observed =
        date.weekday === 6 ? date.minus({ days: 1 }) : date.weekday === 7 ? date.plus({ days: 1 }) : date;
      days.push(...[date, observed].filter((at) => at.year === year));
    }
  }
  return new Set(days.map((date) => date.toISODate()!));
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): DateTime<true> {
  const start = nth > 0 ? DateTime.utc(year, month, 1) : DateTime.utc(year, month, 1).endOf('month').startOf('day');
  const step = nth > 0 ? (weekday - start.weekday + 7) % 7 : -((start.weekday - weekday + 7) % 7);
  return start.plus({ days: step + (nth > 0 ? (nth - 1) * 7 : 0) }) as DateTime<true>;
}

/** Whether courts work on the day of a moment in a zone. */
export function isBusinessDay(at: DateTime): boolean {
  return at.weekday <= 5 && !federalHolidays(at.year).has(at.toISODate()!);
}

/** Milliseconds of business days between two moments, by the days of a zone; 0 where `to` is not after `from`. */
export function businessTime(from: Instant, to: Instant, zone: string): number {
  const end = DateTime.fromISO(to, { zone });
  let at = DateTime.fromISO(from, { zone });
  let total = 0;
  while (at < end) {
    const next = DateTime.min(at.plus({ days: 1 }).startOf('day'), end)!;
    if (isBusinessDay(at)) total += next.toMillis() - at.toMillis();
    at = next;
  }
  return total;
}
