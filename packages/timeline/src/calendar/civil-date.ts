import type { CivilDate } from '../statement.js';
import type { DayNumber } from './business-time.js';

const day = 86_400_000;

/** A day of a calendar month as `YYYY-MM-DD`; `null` where no month has it. Months count from 1. */
export function civilDate(year: number, month: number, dayOfMonth: number): CivilDate | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return date.getUTCDate() === dayOfMonth ? date.toISOString().slice(0, 10) : null;
}

export const dayNumber = (date: CivilDate): DayNumber => Date.parse(date) / day;

/** The day that is so many days after another; before it where they are negative. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  new Date((dayNumber(date) + days) * day).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: CivilDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
