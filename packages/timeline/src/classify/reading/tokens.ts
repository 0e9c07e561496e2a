/** A word, a number or one sign of a docket text. */
export interface Token {
  /** Lower case, without the ending of a possessive; a number or a sign as it is. */
  readonly word: string;
  /** Where it stands in the text, half-open, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'sign';
  /** Whether it begins with a capital, and whether it has nothing else. */
  readonly capital: boolean;
  readonly capitals: boolean;
}

/** Words with inner apostrophes, runs of digits, single signs. Each character is looked at once. */
const pieces = /\p{L}+(?:['’]\p{L}+)*|\d+|[^\s\p{L}\d]/gu;
/** Signs that join or adorn words, and say nothing. */
const mute = new Set(['-', '–', '—', '*', '"', '“', '”', "'", '’', '‘', '`']);

/**
 * Tokens that are read of a text, at most: what lies behind is not read. The longest texts of courts have some hundreds, so
 * that only what is made to cost time is cut off.
 */
export const longestRead = 4000;

/** Cuts a text into tokens, in its order. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  pieces.lastIndex = 0;
  for (let match = pieces.exec(text); match !== null && tokens.length < longestRead; match = pieces.exec(text)) {
    const [piece] = match;
    const first = piece.charCodeAt(0);
    if (first >= 48 && first <= 57) tokens.push(sign(piece, match.index, 'number'));
    else if (isLetter(piece)) addWords(tokens, piece, match.index);
    else if (!mute.has(piece)) tokens.push(sign(piece, match.index, 'sign'));
  }
  return tokens;
}

const isLetter = (piece: string): boolean => piece.length > 1 || piece.toLowerCase() !== piece.toUpperCase();

/** Longer ones are no words, and do not part. */
const longestWord = 80;

/** CM/ECF runs the names of events together (`ComplaintMOTION`): they part where capitals begin. */
function addWords(tokens: Token[], piece: string, index: number): void {
  const lower = piece.toLowerCase();
  const capitals = piece.length > 1 && piece === piece.toUpperCase();
  const mixed = !capitals && piece !== lower && piece.length <= longestWord;
  const seam = mixed ? piece.search(/\p{Ll}\p{Lu}{3}/u) + 1 : 0;
  if (seam === 0) {
    tokens.push(word(piece, lower, capitals, index));
  } else {
    addWords(tokens, piece.slice(0, seam), index);
    addWords(tokens, piece.slice(seam), index + seam);
  }
}

const sign = (piece: string, start: number, kind: 'number' | 'sign'): Token => ({
  word: piece,
  start,
  end: start + piece.length,
  kind,
  capital: false,
  capitals: false,
});

const word = (piece: string, lower: string, capitals: boolean, start: number): Token => ({
  word: lower.endsWith("'s") || lower.endsWith('’s') ? lower.slice(0, -2) : lower,
  start,
  end: start + piece.length,
  kind: 'word',
  capital: piece[0] !== lower[0],
  capitals,
});
