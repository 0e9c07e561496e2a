import { collapse } from './collapse.js';
import { scrub } from './scrub.js';

/** Text as it may leave a reader: white space single, alien registration numbers removed. */
export function tidy(text: string): string {
  return scrub(collapse(text));
}

/** The same, or `null` where there is none. */
export function tidyOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : tidy(text) || null;
}
