/** The numbers of `Linked with 24-9142, 23A9999`, or of what follows its first two words. */
export function linkedNumbers(printed: string): readonly string[] {
  return printed
    .replace(/^\s*Linked with:?/i, '')
    .split(',')
    .map((number) => number.trim())
    .filter((number) => number !== '');
}
