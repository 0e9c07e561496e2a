import { parseCivilDate } from './civil-date.js';

/** The time of `[Entered: 05/27/2022 11:10 AM]` in a text, in the court's zone: `YYYY-MM-DDTHH:mm`; or `null`. */
export function enteredTime(text: string): string | null {
  const [, date, hour, minute, half] =
    /\[Entered: (\d[\d/]{5,9}) (\d{1,2}):([0-5]\d)(?::[0-5]\d)? ([AP])M\]/.exec(text) ?? [];
  const day = date === undefined ? null : parseCivilDate(date);
  if (day === null || Number(hour) < 1 || Number(hour) > 12) return null;
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  return `${day}T${String(hours).padStart(2, '0')}:${minute}`;
}
