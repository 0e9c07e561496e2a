/** A case's number without what the Supreme Court prints around it (`No. 23A9999 *** CAPITAL CASE ***`). */
export function plainNumber(printed: string): string {
  return printed
    .replace(/^\s*No\.\s*/i, '')
    .replace(/\*.*$/s, '')
    .trim();
}
