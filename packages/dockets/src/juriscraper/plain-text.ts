/** Text as that project prints it: no white space before a comma. */
export function plainText(text: string): string {
  return text.includes(' ,') ? text.replaceAll(' ,', ',') : text;
}
