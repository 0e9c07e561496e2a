/** What stands where an alien registration number was. */
export const scrubbed = 'A•••••••••';

/**
 * Alien registration numbers: `A` (or `Alien`, `A No.`, `A#`), then eight or nine digits in groups, by any
 * hyphen or blank. The letter is required: a bare nine-digit rule would also take passports' and receipts' numbers.
 */
const alienNumber =
  /\bA(?:lien)?[-\s]?(?:#|No\.?|Number)?:?[-\s\u2010-\u2015]?\d{2,3}(?:[-\s\u2010-\u2015]?\d{3}){2}\b/gi;

/** What every such number ends with. Few texts hold it, and looking for this first is twice as fast. */
const numberEnd = /\d{3}[-\s\u2010-\u2015]?\d{3}(?!\d)/;

/**
 * Removes alien registration numbers from text that a court published by oversight. Every reader of this
 * package passes captions, labels and texts through it before they leave.
 */
export function scrub(text: string): string {
  return numberEnd.test(text) ? text.replace(alienNumber, scrubbed) : text;
}
