/** Text as that project prints it: nothing in the place of a line's end, and no white space before a comma. */
export function plainText(text: string): string {
  const joined = text.includes('\n') ? text.replaceAll('\n', '') : text;
  return joined.includes(' ,') ? joined.replaceAll(' ,', ',') : joined;
}
