/** The judge of an entry: who signed it, else who presided, else to whom it was referred. */
import type { Entry } from './reading/entry.js';
import type { Token } from './reading/tokens.js';

const titles = new Set(
  'judge honorable hon magistrate chief senior district us u.s united states u s the mag justice by circuit appellate visiting bankruptcy magistrat'.split(
    ' ',
  ),
);
/** Titles that end in a full stop. */
const dotted = new Set(['hon', 'mag', 'u', 's']);
const nameless = new Set('case manager clerk deputy undersigned court this panel'.split(' '));
/** Words in lower case or not that a name does not go on with. */
const ends = new Set(
  'on in at for and to re is denying granting dated signed from that order ordering dismissing entered filed the with ordered regarding setting as of courtroom chief circuit district appellate united magistrate motion time authoring presiding'.split(
    ' ',
  ),
);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** From the surest sign to the weakest. */
const signs: readonly (readonly string[])[] = [
  ['signed', 'by'],
  ['ordered', 'by'],
  ['entered', 'by'],
  ['filed', 'by'],
  ['issued', 'by'],
  ['pursuant', 'to'],
  ['before'],
  ['by'],
  ['to'],
];

const signing = new Set(signs.map(([first]) => first));

const signAt = (tokens: readonly Token[], at: number): number =>
  signs.findIndex((words) => words.every((word, index) => tokens[at + index]?.word === word));

/** Its name as printed, without titles; capitals throughout are eased. */
export function readJudge({ tokens, text }: Entry): string | null {
  const found: { readonly rank: number; readonly name: string }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const rank = signing.has(tokens[at]!.word) ? signAt(tokens, at) : -1;
    if (rank >= 0) {
      const name = nameAt(tokens, text, at + signs[rank]!.length, rank < 2);
      if (name !== null) found.push({ rank, name });
    } else if (isTitled(tokens, at)) {
      const name = nameAt(tokens, text, at, false);
      if (name !== null) found.push({ rank: 6, name });
    }
  }
  return found.toSorted((a, b) => a.rank - b.rank)[0]?.name ?? authoring(tokens, text);
}

const isTitled = (tokens: readonly Token[], at: number): boolean => tokens[at]!.word === 'judge' && tokens[at]!.capital;

/** A name behind titles. Without a title only where the sign is sure. */
function nameAt(tokens: readonly Token[], text: string, from: number, sure: boolean): string | null {
  let at = from;
  let titled = false;
  while (
    at < tokens.length &&
    (titles.has(tokens[at]!.word) || (tokens[at]!.word === '.' && dotted.has(tokens[at - 1]!.word)))
  ) {
    titled ||= ['judge', 'honorable', 'hon', 'justice'].includes(tokens[at]!.word);
    at += 1;
  }
  if (!titled && !sure) return appellateJudge(tokens, text, at);
  return nameFrom(tokens, text, at)?.name ?? null;
}

/** "David J. Barron, Chief Appellate Judge" */
function appellateJudge(tokens: readonly Token[], text: string, at: number): string | null {
  const named = nameFrom(tokens, text, at);
  if (named === null) return null;
  const behind = tokens.slice(named.to, named.to + 6).map(({ word }) => word);
  if (behind[0] !== ',') return null;
  const title = behind.findIndex((word) => word === 'judge' || word === 'commissioner');
  // A panel: no one judge.
  return title > 0 && behind[title + 1] !== ';' ? named.name : null;
}

/** "Diana E. Murphy, Authoring Judge", "ORDER FILED. Lisa B. Fitzgerald, Appellate Commissioner." */
function authoring(tokens: readonly Token[], text: string): string | null {
  for (let at = 2; at < tokens.length; at += 1) {
    const { word } = tokens[at]!;
    if ((word !== 'authoring' && word !== 'appellate') || tokens[at - 1]!.word !== ',') continue;
    if (!['judge', 'commissioner'].includes(tokens[at + 1]?.word ?? '')) continue;
    if (word === 'appellate' && tokens[at + 1]!.word === 'judge') continue;
    let from = at - 1;
    while (from > 0 && at - from < 7 && !['.', ',', ')', 'and'].includes(sentenceSign(tokens, from - 1))) from -= 1;
    return nameFrom(tokens, text, from)?.name ?? null;
  }
  return null;
}

/** A full stop of an initial is none of a sentence. */
function sentenceSign(tokens: readonly Token[], at: number): string {
  const { word } = tokens[at]!;
  return word === '.' && (tokens[at - 1]?.word.length ?? 0) === 1 ? '' : word;
}

function nameFrom(
  tokens: readonly Token[],
  text: string,
  from: number,
): { readonly name: string; readonly to: number } | null {
  let to = from;
  let words = 0;
  while (to < tokens.length && to - from < 12) {
    const { word, kind, capital } = tokens[to]!;
    if (kind === 'word') {
      if (nameless.has(word) || !capital || (ends.has(word) && words > 0)) break;
      words += 1;
    } else if (word === '.') {
      if ((tokens[to - 1]?.word.length ?? 9) > 1 || words === 0) break;
    } else if (word !== ',' || !suffixes.has(tokens[to + 1]?.word ?? '')) break;
    to += 1;
  }
  if (words === 0 || (words === 1 && tokens[from]!.word.length < 3)) return null;
  const printed = text.slice(tokens[from]!.start, tokens[to - 1]!.end).replaceAll(/\s+/g, ' ');
  return { name: /\p{Ll}/u.test(printed) ? printed : eased(printed), to };
}

const eased = (name: string): string =>
  name.toLowerCase().replaceAll(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1));
