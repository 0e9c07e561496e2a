/** Periods that an order or rule states, computed as Rule 6(a) of the Federal Rules of Civil Procedure computes them. */
import { DateTime } from 'luxon';
import type { CivilDate, Instant } from '../statement.js';
import { isBusinessDate } from './business-time.js';
import { addDays, civilDate, dayNumber } from './civil-date.js';

/** What a period is counted in. `BUSINESS_DAY` is not the rules' own unit: such an order counts working days only. */
export type PeriodUnit = 'HOUR' | 'DAY' | 'BUSINESS_DAY' | 'WEEK' | 'MONTH';

/** Longer periods are not computed: no order gives one, and what looks like one is something else. */
const longest: Readonly<Record<PeriodUnit, number>> = {
  HOUR: 24 * 60,
  DAY: 1000,
  BUSINESS_DAY: 500,
  WEEK: 150,
  MONTH: 36,
};

/** Whether courts work on a day: no Saturday, Sunday or legal holiday of 5 U.S.C. 6103(a). */
const isCourtDay = (date: CivilDate): boolean => isBusinessDate(dayNumber(date));

/** The day itself, or the next one on which courts work. */
export function nextCourtDay(date: CivilDate): CivilDate {
  let next = date;
  while (!isCourtDay(next)) next = addDays(next, 1);
  return next;
}

/**
 * The last day of a period of days or longer that an event on a day triggers: that day is not counted, every other is,
 * and a period that would end on a Saturday, Sunday or legal holiday runs to the next day that is none (Rule 6(a)(1)).
 * `null` where the period is counted in hours, longer than orders give, or ends outside 1900 to 2199 in months.
 */
export function periodEnd(from: CivilDate, amount: number, unit: PeriodUnit): CivilDate | null {
  if (unit === 'HOUR' || amount > longest[unit]) return null;
  if (unit === 'MONTH') {
    const end = monthsAfter(from, amount);
    return end === null ? null : nextCourtDay(end);
  }
  if (unit !== 'BUSINESS_DAY') return nextCourtDay(addDays(from, unit === 'WEEK' ? amount * 7 : amount));
  let date = from;
  for (let counted = 0; counted < amount; counted += 1) date = nextCourtDay(addDays(date, 1));
  return date;
}

/** The same day of a later month, or that month's last; `null` where the calendar has no such month. */
function monthsAfter(from: CivilDate, months: number): CivilDate | null {
  const [year, month, dayOfMonth] = from.split('-').map(Number) as [number, number, number];
  const [inYear, inMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1];
  for (let day = dayOfMonth; day >= 1; day -= 1) {
    const date = civilDate(inYear, inMonth, day);
    if (date) return date;
  }
  return null;
}

/**
 * When a period of hours ends that begins at once, in a zone: every hour counts, and one that would end on a Saturday,
 * Sunday or legal holiday runs to the same time of the next day that is none (Rule 6(a)(2)). `null` as for `periodEnd`.
 */
export function hoursEnd(
  from: Instant,
  hours: number,
  zone: string,
): { readonly date: CivilDate; readonly time: string } | null {
  if (hours > longest.HOUR) return null;
  const end = DateTime.fromISO(from, { zone }).plus({ hours });
  if (!end.isValid) return null;
  return { date: nextCourtDay(end.toISODate()), time: end.toFormat('HH:mm') };
}
