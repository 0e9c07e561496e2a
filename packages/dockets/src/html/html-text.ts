import { textOf } from './block-text.js';
import { readBlock } from './read-page.js';

/** The text of a piece of HTML, which most often has no markup. Throws as `readBlock` does. */
export function htmlText(html: string): string {
  return /[<&]/.test(html) ? textOf(readBlock(html)) : html;
}
