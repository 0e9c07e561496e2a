import { titleCase } from '../text/title-case.js';

const titles = [
  'judge',
  'magistrate',
  'district',
  'chief',
  'senior',
  'bankruptcy',
  'mag',
  'visiting',
  'special',
  'master',
];
const joined = [
  'magistrate-judge',
  'mag/judge',
  'senior-judge',
  'debt-magistrate',
  'unassigned2',
  'unassigneddj',
  'vjdistrict',
];
/** What courts print in the place of a name, or beside one. */
const fillers = [
  'honorable',
  'hon',
  'clerk',
  'duty',
  'unassigned',
  'unknown',
  'none',
  'docket',
  'prisoner',
  'pro',
  'se',
  'law',
];
const moreFillers = [
  'general',
  'mediator',
  'no',
  'inactive',
  'successor',
  'merged',
  'associated',
  'cases',
  'discovery',
  'show',
];
const codes =
  'us usdc ca dj mj am db ec sf gs lc lq pt cp jv agb cet cla cvb eck grc hhl jne kec llh mmh msh mwd pslc pso rmh tjc a998 maryland';

const noName = new Set([...titles, ...joined, ...fillers, ...moreFillers, ...codes.split(' ')]);

/**
 * A judge's name as the same in every court's print: without titles, notes in parentheses and codes, in title case,
 * initials with full stops. `''` where nothing is left (`Unassigned`).
 */
export function judgeName(printed: string): string {
  const words = printed.replaceAll(',', '').toLowerCase().split(/\s+/).filter(isName);
  const name = titleCase(words.join(' ')).split(' ').map(withStop);
  // A lone "J." in front is "Judge", unless an initial follows.
  if (/^j\.$/i.test(name[0]!) && name[1] !== undefined && !/^\w\.?$/.test(name[1])) name.shift();
  return name.join(' ');
}

function isName(word: string): boolean {
  if (word === '' || noName.has(word) || /^[-~]|[()]/.test(word)) return false;
  return !(word.length > 2 && word.includes('.')) || word === 'jr.' || word === 'sr.';
}

function withStop(word: string): string {
  return /^(?:[a-z]|jr|sr)$/i.test(word) ? `${word}.` : word;
}
