import { parseCivilDate } from './civil-date.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const form = /^\s*([A-Z][a-z]{2})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\s*$/i;

/**
 * A date whose month is a name or its first three letters (`May 12, 2017`, `Jan  2 2002`) as `YYYY-MM-DD`; `null`
 * where it is none, or a day that no month has.
 */
export function parseNamedDate(printed: string): string | null {
  const [, name, day, year] = form.exec(printed) ?? [];
  const month = name === undefined ? -1 : months.indexOf(name.toLowerCase());
  return month < 0 ? null : parseCivilDate(`${month + 1}/${day}/${year}`);
}
