import { htmlText } from '../html/html-text.js';
import type { JsonObject } from '../json/json-object.js';
import { tidy } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';

/** The text of HTML that a field holds; empty without it. */
export function acmsText(json: JsonObject, name: string): string {
  const html = json.raw(name);
  return html === null ? '' : tidy(htmlText(html));
}

/** The date of a field like `2025-11-18T00:00:00` or `2025-11-18`; `null` where it is none. */
export function isoDateOf(json: JsonObject, name: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:T|$)/.exec(json.raw(name) ?? '') ?? [];
  return year === undefined ? null : parseCivilDate(`${month}/${day}/${year}`);
}

/** The instant of a field like `2025-12-05T22:00:15Z`; `null` where it is none. */
export function instantOf(json: JsonObject, name: string): string | null {
  const instant = json.raw(name) ?? '';
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(instant) && !Number.isNaN(Date.parse(instant)) ? instant : null;
}
