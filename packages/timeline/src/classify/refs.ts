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
    'verified waiver position disclosure supplement redaction agreement administrative usca ex emergency unopposed joint consent sealed protective'
  ).split(' '),
);
/** Words that say that a number of the docket follows. */
const labelled = new Set([
  'doc',
  'docs',
  'docket',
  'dkt',
  'dkts',
  'ecf',
  'filing',
  'filings',
  'document',
  'documents',
  'de',
  'entry',
  'entries',
  'dckt',
]);
const between = new Set(['no', 'nos', '#', '.', ':', 'number', 'numbers', '(', 's', 'entry', 'e']);
/** Words that a number behind them is not one of the docket of. */
const otherNumbers = new Set(
  'rule rules section sections § $ chapter courtroom room rm ctrm floor suite exhibit ex form title art article count counts page pages p pp group box fee receipt id level volume at crd dept department tower class civil zone local lr fed cir usc ground phase day days frcp frap fre frcrp frbp procedure cja'.split(
    ' ',
  ),
);
const units = new Set(
  'day days hour hours minutes minute a.m p.m am pm u f pages page month months years year percent jurors s street avenue st ave th'.split(
    ' ',
  ),
);
const months = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
/** A docket with more entries than this is not known. */
const highest = 9999;

/** Entry numbers in the order of the text, each once. */
export function readRefs(entry: Entry): readonly number[] {
  const { tokens } = entry;
  const found = new Set<number>();
  let listed = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.kind === 'number') {
      listed = isEntryNumber(entry, at, listed);
      if (listed) found.add(Number(token.word));
    } else if (!continues(token)) listed = false;
  }
  return [...found];
}

/** "Motions 12, 14 and 16". */
const continues = ({ word }: Token): boolean =>
  word === ',' || word === 'and' || word === '&' || word === '[' || word === ']' || word === '#';

function isEntryNumber({ text, tokens, appellate }: Entry, at: number, listed: boolean): boolean {
  const { word, end, start } = tokens[at]!;
  const value = Number(word);
  if (value < 1 || value > highest || word.length > 4) return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (isPartOfNumber(tokens, at) || isYear(tokens, at)) return false;
  if (next && units.has(next.word)) return false;
  if (before && months.has(before.word)) return false;
  // "24-1" is an attachment of 24; other numbers joined so are dates and docket numbers.
  if (text[start - 1] === '-' && before?.end === start - 1) return false;
  if (isLabelled(tokens, at)) return true;
  if (text[end] === '-' && next?.kind === 'number') return false;
  if (before === undefined || otherNumbers.has(before.word)) return false;
  if (before.word === '[') return isBracketed(tokens, at, appellate);
  if (appellate) return false;
  if (namesNext(tokens, at)) return true;
  return listed || namesBefore(tokens, at);
}

/** Dates, times, sums, sections; initials that hold a digit. */
function isPartOfNumber(tokens: readonly Token[], at: number): boolean {
  const { start, end } = tokens[at]!;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next?.start === end && '/:%§('.includes(next.word)) return true;
  if (
    next?.start === end &&
    next.word === ',' &&
    tokens[at + 2]?.kind === 'number' &&
    tokens[at + 2]!.start === end + 1
  )
    return true;
  if (before?.end !== start) return false;
  if (before.kind === 'word') return !numbered.has(before.word) && !labelled.has(before.word) && before.word !== 're';
  if ('.,'.includes(before.word)) return tokens[at - 2]?.kind === 'number';
  return '$/:§'.includes(before.word);
}

/** "June 3, 2025" */
const isYear = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.word === ',' && months.has(tokens[at - 3]?.word ?? '');

/** "Doc. 12", "Filing No. 4", "ECF No. 25", "docket entry 59". */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before -= 1) {
    const { word } = tokens[before]!;
    if (labelled.has(word)) return true;
    if (!between.has(word)) return false;
  }
  return false;
}

/** "[28]", but not a court of appeals' own number of this entry, which ends what the entry says. */
function isBracketed(tokens: readonly Token[], at: number, appellate: boolean): boolean {
  if (tokens[at + 1]?.word !== ']') return false;
  const behind = tokens[at + 2];
  return !appellate || (behind !== undefined && behind.word !== '[' && !behind.capital);
}

/** "12 Motion", "13 government's Motion", "77 and 97 Motions". */
function namesNext(tokens: readonly Token[], at: number): boolean {
  const farthest = Math.min(tokens.length, at + 7);
  for (let next = at + 1; next < farthest; next += 1) {
    const { word, kind } = tokens[next]!;
    if (numbered.has(word)) return true;
    const lists = ['and', ',', '&'].includes(word) && tokens[next + 1]?.kind === 'number';
    if (lists) next += 1;
    else if ((kind !== 'word' && word !== '/') || stops.has(word)) return false;
  }
  return false;
}
const stops = new Set('is are be by on of to for in and at is was from signed it'.split(' '));

const closing = new Set(
  '. , ; ( is are signed by to filed as in be dismissed denied granted denies denying grants granting'.split(' '),
);
const opening = new Set('and or at of than least about nearly through between is are the a only with per'.split(' '));

/** "Motion 17 to Certify", "Recommendations 43", "restraining order 3 signed by", "(attachment to 1)". */
function namesBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]!;
  const next = tokens[at + 1];
  if (next?.word === ')')
    return before.kind === 'word' && tokens.slice(Math.max(0, at - 4), at).some(({ word }) => word === '(');
  if (numbered.has(before.word) || before.word === 're' || before.word === '#') return true;
  if (next !== undefined && !closing.has(next.word)) return false;
  if (before.word === ',') return tokens[at - 2]?.kind === 'word';
  return before.kind === 'word' && !opening.has(before.word);
}
