/** How the courts' programs write text into XML: each in its own way, and readers must cope with all of them. */
import { DateTime } from 'luxon';

const hexadecimal: Readonly<Record<string, string>> = {
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&#x3E;',
  '"': '&#x22;',
  "'": '&#x27;',
};

/** Text as the trial courts' feeds write it into XML: every special character as a hexadecimal reference. */
export function hexEscape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => hexadecimal[character] ?? character);
}

/** Text as the courts of appeals' feeds write it into XML: `>` stays. */
export function sparseEscape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Text as it stands in the HTML of a description, before that HTML is escaped once more for XML. */
export function htmlEscape(text: string): string {
  return sparseEscape(text).replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#039;');
}

/** A date as feeds print it: in GMT, or with the abbreviation of the court's zone (`PST`). */
export function pubDate(instant: number, zone: string | undefined): string {
  const time = DateTime.fromMillis(instant, { zone: zone ?? 'utc', locale: 'en-US' });
  return time.toFormat(zone === undefined ? "ccc, dd LLL yyyy HH:mm:ss 'GMT'" : 'ccc, dd LLL yyyy HH:mm:ss ZZZZ');
}

/** What the channel's `generator` says in every invented feed. */
export const simulatorMark = 'SIMULATOR: Vigil courthouse, nothing here is real';
