import { abbreviations } from './lexicon.js';

/** A stretch of a text: offsets, half-open. */
type Stretch = readonly [start: number, end: number];

/** What stands between two full stops, semicolons or brackets: its stretches of the text, without those in brackets. */
export type ClauseText = readonly Stretch[];

const stops = /[.;?!()[\]]/g;
const partners: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
const begins = /[A-Z0-9([*"“]/;

/**
 * Splits a text into clauses, in the order in which they end. What stands in brackets is a clause of its own, so that it
 * does not part the words around it. A bracket without its partner is no bracket. Linear in the length of the text.
 */
export function clausesOf(text: string): readonly ClauseText[] {
  const marks = [...text.matchAll(stops)].map(({ index }) => index);
  const brackets = pairedBrackets(text, marks);
  const clauses: Stretch[][] = [];
  const open: Stretch[][] = [[]];
  let from = 0;
  for (const at of marks) {
    const isBracket = brackets.has(at);
    if (!isBracket && !endsClause(text, at)) continue;
    if (at > from) open.at(-1)!.push([from, at]);
    from = at + 1;
    if (!isBracket) clauses.push(open.splice(-1, 1, [])[0]!);
    else if (text.charAt(at) in partners) clauses.push(open.pop()!);
    else open.push([]);
  }
  if (from < text.length) open[0]!.push([from, text.length]);
  clauses.push(open[0]!);
  return clauses.filter((clause) => clause.length > 0);
}

function pairedBrackets(text: string, marks: readonly number[]): ReadonlySet<number> {
  const paired = new Set<number>();
  const open: number[] = [];
  for (const at of marks) {
    const mark = text.charAt(at);
    if (mark === '(' || mark === '[') open.push(at);
    else if (mark in partners && open.length > 0 && text.charAt(open.at(-1)!) === partners[mark])
      paired.add(at).add(open.pop()!);
  }
  return paired;
}

function endsClause(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === ';') return true;
  if (mark !== '.' && mark !== '?' && mark !== '!') return false;
  const next = text.slice(at + 1, at + 8).trimStart();
  if (next !== '' && !begins.test(next.charAt(0))) return false;
  const before = text.slice(Math.max(0, at - 12), at);
  // `5.18.2017`, `10.30 a.m.`
  if (/\d$/.test(before) && /\d/.test(text.charAt(at + 1))) return false;
  const word = /[A-Za-z]{0,12}$/.exec(before)![0];
  return word === '' || /^[ap]m$/i.test(word) || (word.length > 2 && !abbreviations.has(word.toLowerCase()));
}
