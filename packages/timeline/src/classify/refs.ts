/** The other entries of the docket that a text refers to, by their numbers. */
import type { Entry } from './reading/entry.js';
import type { Token } from './reading/tokens.js';

/** Words for what has a number on a docket. */
const numbered = new Set(
  (
    'motion motions application request order orders complaint petition petitions memorandum notice report reports recommendation ' +
    'recommendations findings judgment stipulation response opposition reply brief letter declaration affidavit answer document ' +
    'opinion transcript exhibit summons minute scheduling certificate statement affirmation objection objections amended mandate ' +
    'clerk temporary preliminary sur surreply pretrial proposed joinder errata counterclaim r f mandate cross standing status ' +
    'verified administrative usca ex emergency unopposed joint consent sealed protective'
  ).split(' '),
);
/** Words that say that a number of the docket follows. */
const labelled = new Set(['doc', 'docs', 'docket', 'dkt', 'dkts', 'ecf', 'filing', 'filings', 'document', 'documents', 'de', 'entry', 'entries', 'dckt']);
const between = new Set(['no', 'nos', '#', '.', ':', 'number', 'numbers', '(', 's', 'entry', 'e']);
/** Words that a number behind them is not one of the docket of. */
const otherNumbers = new Set(
  'rule rules section sections § $ chapter courtroom room case floor suite exhibit ex form title art article count counts page pages p pp group box fee receipt id order no level volume at crd dept department group tower class civil zone attachment local lr l.r fed r cir usc ground claim claims phase part day days'.split(' '),
);
const units = new Set('day days hour hours minutes minute a.m p.m am pm u f pages page month months years year percent jurors s street avenue st ave th'.split(' '));
const months = new Set('january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));
/** A docket with more entries than this is not known. */
const highest = 9999;

/** Entry numbers in the order of the text, each once. */
export function readRefs({ tokens, appellate }: Entry): readonly number[] {
  const found = new Set<number>();
  let listed = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'number') {
      listed = isEntryNumber(tokens, at, listed, appellate);
      if (listed) found.add(Number(token.word));
    } else if (!continues(token)) listed = false;
  }
  return [...found];
}

/** "Motions 12, 14 and 16". */
const continues = ({ word }: Token): boolean => word === ',' || word === 'and' || word === '&' || word === '[' || word === ']' || word === '#';

function isEntryNumber(tokens: readonly Token[], at: number, listed: boolean, appellate: boolean): boolean {
  const { word, end, start } = tokens[at]!;
  const value = Number(word);
  if (value < 1 || value > highest || word.length > 4) return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (isPartOfNumber(before, start, 'end') || isPartOfNumber(next, end, 'start')) return false;
  if (next && (units.has(next.word) || (next.kind === 'number' && next.start === end))) return false;
  if (before && months.has(before.word)) return false;
  if (isLabelled(tokens, at)) return true;
  if (before === undefined || otherNumbers.has(before.word)) return false;
  if (before.word === '[') return isBracketed(tokens, at, appellate);
  if (appellate) return false;
  if (namesNext(tokens, at)) return true;
  return listed || namesBefore(tokens, at);
}

/** A sign without a space between: dates, times, sums, sections. */
function isPartOfNumber(token: Token | undefined, edge: number, side: 'start' | 'end'): boolean {
  if (token === undefined || token[side] !== edge) return false;
  if (side === 'end') return token.word === '$' || token.word === '/' || token.word === ':' || token.word === '.' || token.kind === 'word' && token.word.length < 2;
  return token.word === '/' || token.word === ':' || token.word === '%' || token.word === '§';
}

/** "Doc. 12", "Filing No. 4", "ECF No. 25", "docket entry 59". */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before -= 1) {
    const { word } = tokens[before]!;
    if (labelled.has(word)) return true;
    if (!between.has(word)) return false;
  }
  return false;
}

/** "[28]", but not a court of appeals' own number of this entry, which ids follow. */
function isBracketed(tokens: readonly Token[], at: number, appellate: boolean): boolean {
  if (tokens[at + 1]?.word !== ']') return false;
  return !appellate || tokens[at + 2]?.word !== '[';
}

/** "12 Motion", "13 government's Motion", "77 and 97 Motions". */
function namesNext(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + 7); next += 1) {
    const { word, kind } = tokens[next]!;
    if (numbered.has(word)) return true;
    if (kind !== 'word' && word !== '/') return false;
    if (stops.has(word)) return false;
  }
  return false;
}
const stops = new Set('is are be by on of to for in and at is was from the signed it'.split(' '));

/** "Motion 17 to Certify", "Recommendations 43", "restraining order 3 signed by". */
function namesBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]!;
  const next = tokens[at + 1];
  if (numbered.has(before.word) || before.word === 're' || before.word === '#') return true;
  const closes = next === undefined || ['.', ',', ';', ')', 'is', 'are', 'signed', 'by', 'to', 'dismissed', 'denied', 'granted'].includes(next.word);
  return closes && (before.kind === 'word' || before.word === ',') && !(before.word === ',' && months.has(tokens[at - 3]?.word ?? ''));
}
