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

const known = new Map<number, ReadonlySet<string>>();

/** The legal holidays of a year, `YYYY-MM-DD`; one that falls on a Saturday or Sunday on the day that it is observed on, too. */
export function federalHolidays(year: number): ReadonlySet<string> {
  const holidays = known.get(year) ?? holidaysOf(year);
  known.set(year, holidays);
  return holidays;
}

function holidaysOf(year: number): ReadonlySet<string> {
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
  return isBusinessDate(dateOf(at));
}

/** A day as the number of days since 1970. */
export type DayNumber = number;
const day = 86_400_000;

const dateOf = (at: DateTime): DayNumber => Math.floor((at.toMillis() + at.offset * 60_000) / day);

/** Whether courts work on a day. */
export function isBusinessDate(number: DayNumber): boolean {
  const date = new Date(number * day);
  if (date.getUTCDay() === 0 || date.getUTCDay() === 6) return false;
  return !federalHolidays(date.getUTCFullYear()).has(date.toISOString().slice(0, 10));
}

/**
 * Milliseconds of business days between two moments, by the days of a zone; 0 where `to` is not after `from`. Days between the
 * first and the last count 24 hours: the United States set their clocks on Sundays.
 */
export function businessTime(from: Instant, to: Instant, zone: string): number {
  const [start, end] = [DateTime.fromISO(from, { zone }), DateTime.fromISO(to, { zone })];
  if (!(start < end)) return 0;
  const [first, last] = [dateOf(start), dateOf(end)];
  if (first === last) return isBusinessDate(first) ? end.toMillis() - start.toMillis() : 0;
  let total = 0;
  if (isBusinessDate(first)) total += start.plus({ days: 1 }).startOf('day').toMillis() - start.toMillis();
  for (let date = first + 1; date < last; date += 1) if (isBusinessDate(date)) total += day;
  if (isBusinessDate(last)) total += end.toMillis() - end.startOf('day').toMillis();
  return total;
}
