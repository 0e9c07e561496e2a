/** Words that say nothing of what an entry is. */
const idle = new Set(['and', 'for', 'the', 'with', 'from', 'util', 'court', 'document']);
/** A docket text begins with what it is; further on it speaks of other entries. A word counts half, so many words on. */
const halfway = 3;
/** Forms of one word share this many letters: `terminate`, `terminated`; `deadline`, `deadlines`. */
const stemLength = 5;

/**
 * How well the beginning of a docket text fits the short label that the court's feed gives an entry, from 0 (no word in
 * common) to 1: the mean over the label's words of how early each one comes. Pure; a likeness is never an identity.
 */
export function likeness(label: string, text: string): number {
  const wanted = new Set(stems(label));
  if (wanted.size === 0) return 0;
  const said = stems(text);
  let sum = 0;
  for (const stem of wanted) {
    const at = said.indexOf(stem);
    if (at >= 0) sum += halfway / (halfway + at);
  }
  return sum / wanted.size;
}

function stems(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return words.filter((word) => !idle.has(word)).map((word) => word.slice(0, stemLength));
}

/**
 * Whether one text is the beginning of the other, but for the case of letters, spaces, stops and brackets: a history report prints a
 * text's beginning, or all of it in a form of its own. Pure.
 */
export function beginAlike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

const plain = (text: string): string =>
  (
    text
      .replace(/\(Entered: [\d/]+\)/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
