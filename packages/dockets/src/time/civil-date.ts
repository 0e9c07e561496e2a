const form = /^\s*(\d{1,2})[/\-–—](\d{1,2})[/\-–—](\d{4}|\d\d)(?!\d)/;

/**
 * A date as courts print it (`12/23/2008`, `1/9/09`; what follows it does not matter) as `YYYY-MM-DD`; `null` where
 * it is none, or a day that no month has. Two-digit years are of 1970 to 2069: dockets reach back to the seventies.
 */
export function parseCivilDate(printed: string): string | null {
  const match = form.exec(printed);
  if (!match) return null;
  const [month, day, printedYear] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const year = match[3]!.length === 4 ? printedYear : printedYear + (printedYear < 70 ? 2000 : 1900);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

const pad = (part: number): string => (part < 10 ? `0${part}` : String(part));

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
