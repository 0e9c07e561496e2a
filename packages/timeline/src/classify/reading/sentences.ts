/** A docket text as sentences of what its words mean. */
import { namedIn, type Named } from './objects.js';
import { grammarOfRulings, type Sense } from './senses.js';
import type { Token } from './tokens.js';

/** One step of a sentence: a phrase of the rules, or a word that means nothing to them. */
export interface Item {
  /** `null`: a word without meaning here. */
  readonly sense: Sense | null;
  /** Its first token’s. */
  readonly word: string;
  /** Whether that has nothing but capitals. */
  readonly capitals: boolean;
  /** Half-open, in tokens. */
  readonly from: number;
  readonly to: number;
}

/** From the first to behind the last token. */
export interface Sentence {
  readonly items: readonly Item[];
  /** The matters that it names, in its order. */
  readonly named: readonly Named[];
  readonly from: number;
  readonly to: number;
  /** Whether a full stop ends it: what it only supposes ends there, too. */
  readonly stops: boolean;
}

/** Words whose full stop ends no sentence. */
/** Of companies: they end a sentence only before a word that begins one of a docket. */
const companies = new Set(['inc', 'corp', 'co', 'ltd', 'llc']);
const abbreviations = new Set(
  'no nos doc docs dkt doct fed civ crim app cir cv cr rel mr ms mrs dr hon jr sr st v vs dept dist u s f r p m mag ct ex op id ecf filing sec art ca pltf pltfs deft defts atty attys dep asst'.split(
    ' ',
  ),
);
/** What stands before the number of another entry, and is as mute as the number. */
const referring = new Set([
  'no',
  'nos',
  'doc',
  'docs',
  'dkt',
  'ecf',
  'de',
  'filing',
  'docket',
  'document',
  'entry',
  'related',
]);
/** Tokens of a parenthesis that is passed over as one of references. */
const longestAside = 9;

/** Cuts tokens into sentences. */
export function sentences(tokens: readonly Token[]): readonly Sentence[] {
  const found: Sentence[] = [];
  let items: Item[] = [];
  let from = 0;
  const end = (to: number): void => {
    if (items.length > 0) found.push({ items, named: namedIn(items), from, to, stops: tokens[to - 1]?.word === '.' });
    items = [];
    from = to;
  };
  for (let at = 0; at < tokens.length;) {
    const { word, kind } = tokens[at]!;
    const aside = word === '(' || word === '[' ? asideEnd(tokens, at) : 0;
    if (aside > 0) at = aside;
    else if (ends(tokens, at)) end((at += 1));
    else if (kind === 'number' || word === '#') at += 1;
    else if (mute(tokens, at)) at += 1;
    else {
      const match = grammarOfRulings.at(tokens, at);
      const to = match?.to ?? at + 1;
      items.push({
        sense: isDated(tokens, at) ? dated : (match?.means ?? null),
        word,
        capitals: tokens[at]!.capitals,
        from: at,
        to,
      });
      at = to;
    }
  }
  end(tokens.length);
  return found;
}

/** "signed on 8/3/2006 Plaintiff's Request is DENIED": what follows a date is not what "on" names. */
const isDated = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.word === 'on' &&
  tokens[at + 1]?.kind === 'number' &&
  (tokens[at + 2]?.word === '/' || tokens[at + 2]?.kind === 'number');
const dated: Sense = { is: 'joins' };

/** Behind a short parenthesis that only refers; 0 where it says something. */
function asideEnd(tokens: readonly Token[], open: number): number {
  let words = 0;
  let numbers = 0;
  for (let at = open + 1; at < Math.min(tokens.length, open + longestAside); at += 1) {
    const { word, kind } = tokens[at]!;
    if (word === ')' || word === ']') return words <= (numbers > 0 ? 2 : 1) ? at + 1 : 0;
    if (word === '(' || word === '[') return 0;
    if (kind === 'number') numbers += 1;
    else if (kind === 'word' && !referring.has(word)) words += 1;
  }
  return 0;
}

/** A separator, or a reference's own word before its number. */
function mute(tokens: readonly Token[], at: number): boolean {
  const { word, kind } = tokens[at]!;
  const next = tokens[at + 1];
  if (kind === 'sign') return next?.kind === 'number' && tokens[at - 1]?.kind === 'number';
  return (
    referring.has(word) &&
    next !== undefined &&
    (next.kind === 'number' || '#.('.includes(next.word) || referring.has(next.word))
  );
}

function ends(tokens: readonly Token[], at: number): boolean {
  const { word, start } = tokens[at]!;
  if (word === ';' || word === '(' || word === ')' || word === '[' || word === ']') return true;
  if (word !== '.') return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before === undefined || next === undefined) return true;
  if (before.kind === 'number' && next.kind === 'number' && next.start === start + 1) return false;
  if (before.kind === 'word' && (before.word.length === 1 || abbreviations.has(before.word))) return false;
  if (companies.has(before.word)) return grammarOfRulings.at(tokens, at + 1)?.means.is === 'motion';
  return next.kind !== 'word' || next.capital;
}
