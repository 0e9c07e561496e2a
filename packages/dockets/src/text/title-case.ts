const small = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'but',
  'by',
  'en',
  'for',
  'if',
  'in',
  'is',
  'of',
  'on',
  'or',
  'the',
  'to',
  'v',
  'v.',
  'via',
  'vs',
  'vs.',
]);
const capital = new Set(['aka', 'd/b/a', 'ii', 'iii', 'iv', 'llc', 'llp', 'sec', 'us', 'usa', 'usps']);

/** Lower-case text in title case: `intervenor defendant` → `Intervenor Defendant`, `o'mara iii` → `O'Mara III`. */
export function titleCase(text: string): string {
  const words = text.toLowerCase().split(' ');
  return words
    .map((word, at) => (small.has(word) && at > 0 && at < words.length - 1 ? word : titleWord(word)))
    .join(' ');
}

function titleWord(word: string): string {
  if (capital.has(word)) return word.toUpperCase();
  // Abbreviations (u.s., j.p.) are initials; other words with a full stop inside are names of sites.
  if (/[a-z]\.[a-z]/.test(word)) return word.replace(/(?<![a-z])[a-z](?![a-z])/g, upper);
  return word
    .replace(
      /^(\W*)(mc|[dol]'|)([a-z])/,
      (_, before: string, prefix: string, letter: string) =>
        `${before}${prefix === '' ? '' : upper(prefix[0]!) + prefix.slice(1)}${upper(letter)}`,
    )
    .replace(/-[a-z]/g, upper);
}

const upper = (letters: string): string => letters.toUpperCase();
