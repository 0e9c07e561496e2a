/** What stands around the day of a hearing: what it is called, before whom, where, and whose clocks count there. */
import { DateTime } from 'luxon';
import type { EntryContext } from './context.js';
import { kindWords } from './lexicon.js';
import type { Mention } from './mention.js';
import type { Clause, Token } from './tokens.js';

const wordOf = (token: Token | undefined): string => (token && 'word' in token ? token.word : '');

/** What is heard, in lower case, as `status conference`; `hearing` where the text has no name for it. */
export function kindOf(text: string, { clause, noun }: Mention): string {
  if (noun < 0) return 'hearing';
  let first = noun;
  while (noun - first < 5 && kindWords.has(wordOf(clause[first - 1])) && clause[first - 1]?.kind === 'WORD') first -= 1;
  const words = text.slice(clause[first]!.start, clause[noun]!.end).toLowerCase().replaceAll(/\s+/g, ' ');
  return /^(?:motions?|matters?|case|cause|petition|applications?)$/.test(words) ? 'hearing' : words;
}

const headOf = (kind: string): string => kind.slice(kind.lastIndexOf(' ') + 1).replace(/s$/, '');

/** Whether two names may be of one hearing: courts shorten them, and `hearing` is any. */
export function isSameKind(one: string, other: string): boolean {
  return headOf(one) === headOf(other)
    ? one.endsWith(other) || other.endsWith(one)
    : one === 'hearing' || other === 'hearing';
}

/** The judge that is named before whom it is: behind the day, else in front of it. Without title. */
export function judgeOf(text: string, { clause, last }: Mention): string | null {
  const until = Math.min(last + 40, clause.length);
  for (let at = last + 1; at < until; at += 1) {
    if (wordOf(clause[at]) === 'before') return judgeAt(text, clause, at + 1);
  }
  for (let at = last; at >= Math.max(0, last - 40); at -= 1) {
    if (wordOf(clause[at]) === 'before') return judgeAt(text, clause, at + 1);
  }
  return null;
}

const titles = new Set(
  'the chief senior district magistrate bankruptcy circuit us u s . mag judge justice hon honorable'.split(' '),
);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

function judgeAt(text: string, clause: Clause, at: number): string | null {
  let first = at;
  while (titles.has(wordOf(clause[first]))) first += 1;
  let last = first;
  const isName = (token: Token | undefined): boolean =>
    token?.kind === 'WORD' &&
    /[A-Z]/.test(text.charAt(token.start)) &&
    !/^(?:courtroom|in|at|on|to|for|re|united)$/.test(token.word);
  for (let next = first; next < first + 9; next += 1) {
    const token = clause[next];
    if (isName(token)) last = next + 1;
    else if (wordOf(token) === ',' && suffixes.has(wordOf(clause[next + 1]))) continue;
    // The full stop of an initial.
    else if (wordOf(token) !== '.' || wordOf(clause[next - 1]).length > 1) break;
  }
  if (first === at || last === first) return null;
  return text.slice(clause[first]!.start, clause[last - 1]!.end);
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const places = setOf(
  'courtroom ctrm crtrm courthouse chambers room rm floor flr building bldg telephone telephonically phone video videoconference zoom ' +
    'vtc street st avenue panel location dept department',
);
const placeBegins = setOf('in at via by - – ,');
const placeEnds = setOf('before re regarding as is are and to with on for has have shall should who if why thereof');

/** The courtroom, courthouse or telephone that is named behind the day (or right in front of it), as printed. */
export function placeOf(text: string, { clause, first, last }: Mention): string | null {
  return placeIn(text, clause, last + 1, last + 45) ?? placeIn(text, clause, Math.max(0, first - 20), first);
}

function placeIn(text: string, clause: Clause, from: number, to: number): string | null {
  const until = Math.min(to, clause.length);
  let begin = -1;
  for (let at = from; at < until; at += 1) {
    const word = wordOf(clause[at]);
    if (places.has(word) && begin >= 0) return placeFrom(text, clause, begin, Math.min(until, begin + 26));
    if (placeBegins.has(word)) begin = at;
    else if (word === '' || placeEnds.has(word)) begin = -1;
  }
  return null;
}

function placeFrom(text: string, clause: Clause, begin: number, until: number): string {
  let end = begin + 1;
  // Days and times have no word.
  while (end < until && wordOf(clause[end]) !== '' && !placeEnds.has(wordOf(clause[end]))) end += 1;
  const last = clause[end - 1]!.end;
  // `Courtroom 3 (Omaha)`: what is in brackets is another clause.
  const town = /^ ?\([A-Z][^()]{1,40}\)/.exec(text.slice(last, last + 44))?.[0] ?? '';
  return text
    .slice(clause[begin]!.start, last)
    .concat(town)
    .replaceAll(/\s+/g, ' ')
    .replace(/^(?:in|at|[-–,]) /i, '')
    .replace(/[ ,–-]{1,3}$/, '')
    .slice(0, 160);
}

/** Whose clocks count: those that the text names where they are others than the court's, else those of the division where it is. */
export function zoneOf(mention: Mention, place: string | null, { zone, divisionZones = [] }: EntryContext): string {
  const printed = mention.time?.zone;
  const where = place?.toLowerCase();
  const division = where && divisionZones.find(({ division }) => where.includes(townOf(division)));
  const own = division ? division.zone : zone;
  return printed && !isSameClock(printed, own) ? printed : own;
}

/** `Western (Rapid City)` is known by its town. */
const townOf = (division: string): string => (/\(([^()]{1,60})\)/.exec(division)?.[1] ?? division).toLowerCase();

/** `ET` in Detroit is no other zone: whether two zones have the same time, in winter and in summer. */
const isSameClock = (one: string, other: string): boolean => one === other || clockOf(one) === clockOf(other);

const clocks = new Map<string, string>();

function clockOf(zone: string): string {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const offset = (month: number): number => DateTime.utc(2025, month, 1).setZone(zone).offset;
  const clock = `${offset(1)} ${offset(7)}`;
  clocks.set(zone, clock);
  return clock;
}
