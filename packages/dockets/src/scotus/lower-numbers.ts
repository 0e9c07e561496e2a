/** A range of more cases than this is none. */
const longestRange = 200;

/**
 * The docket numbers that a lower court's line holds: `(98-95309/95509)` and `(98-95309, -95509)` are two with one
 * prefix, `02-9111 to 9115` are five, `(23-9051 (See also 23-9853))` are two.
 */
export function lowerNumbersOf(printed: string): readonly string[] {
  const numbers: string[] = [];
  for (const part of printed.replace(/[()]/g, ' ').split(/[;&,\n]|\bSee also\b/i)) {
    const text = part.trim();
    if (text === '') continue;
    for (const number of text.split('/')) numbers.push(...expanded(number.trim(), numbers.at(-1)));
  }
  return numbers;
}

/** What a number is short for, after the one in front of it. */
function expanded(number: string, previous: string | undefined): readonly string[] {
  const range = /^(.*?)(\d{1,9})\s+to\s+(?:\S*-)?(\d{1,9})$/.exec(number);
  if (range) return filled(range[1]!, range[2]!, range[3]!);
  if (previous === undefined || !/^-?\d+$/.test(number)) return [number];
  const prefix = previous.slice(0, previous.lastIndexOf('-') + 1);
  return [`${prefix}${number.replace(/^-/, '')}`];
}

function filled(prefix: string, first: string, last: string): readonly string[] {
  const count = Number(last) - Number(first) + 1;
  if (count < 2 || count > longestRange) return [`${prefix}${first}`, `${prefix}${last}`];
  return Array.from({ length: count }, (_, at) => `${prefix}${String(Number(first) + at).padStart(first.length, '0')}`);
}
