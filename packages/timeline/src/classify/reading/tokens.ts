/** A word, a number or one sign of a docket text. */
export interface Token {
  /** Lower case, without the ending of a possessive; a number or a sign as it is. */
  readonly word: string;
  /** Where it stands in the text, half-open, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'sign';
  /** Whether it is a possessive (`plaintiffs’`). */
  readonly possessive: boolean;
  /** Whether it begins with a capital, and whether it has nothing else. */
  readonly capital: boolean;
  readonly capitals: boolean;
}

/** Words with inner apostrophes, runs of digits, single signs. Each character is looked at once. */
const pieces = /\p{L}+(?:['’]\p{L}+)*|\d+|[^\s\p{L}\d]/gu;
/** Signs that join or adorn words, and say nothing. */
const mute = new Set(['-', '–', '—', '*', '"', '“', '”', "'", '’', '‘', '`']);

/** Cuts a text into tokens, in its order. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const first = piece.charCodeAt(0);
    if (first >= 48 && first <= 57) tokens.push(token(piece, index, 'number'));
    else if (mute.has(piece)) continue;
    else if (isLetter(piece)) tokens.push(...words(piece, index));
    else tokens.push(token(piece, index, 'sign'));
  }
  return tokens;
}

const isLetter = (piece: string): boolean => piece.length > 1 || piece.toLowerCase() !== piece.toUpperCase();

/** CM/ECF runs the names of events together (`ComplaintMOTION`): they part where capitals begin. */
function words(piece: string, index: number): readonly Token[] {
  const seam = /\p{Ll}(?=\p{Lu}{3})/u.exec(piece);
  if (seam === null) return [token(piece, index, 'word')];
  const at = seam.index + 1;
  return [token(piece.slice(0, at), index, 'word'), token(piece.slice(at), index + at, 'word')];
}

function token(piece: string, start: number, kind: Token['kind']): Token {
  const lower = piece.toLowerCase();
  const possessive = kind === 'word' && /['’]s$/.test(lower);
  const word = possessive ? lower.slice(0, -2) : lower;
  return {
    word,
    start,
    end: start + piece.length,
    kind,
    possessive,
    capital: piece[0] !== lower[0],
    capitals: /^\p{Lu}+$/u.test(piece),
  };
}
