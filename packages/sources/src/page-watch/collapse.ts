/** Text with white space single and none at either end; no-break spaces are white space, too. */
export const collapse = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
