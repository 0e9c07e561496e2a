/** Who acts in an entry. */
import type { Entry } from './reading/entry.js';

/** A court, its clerk, the government, those against whom it acts, or a party of whom the text does not say which. */
export type Actor = 'COURT' | 'CLERK' | 'GOVERNMENT' | 'PETITIONER' | 'PARTY' | 'UNKNOWN';

const government = new Set(
  'respondent respondents government usa dhs ice uscis eoir secretary department garland warden usdoj enforcement homeland'.split(
    ' ',
  ),
);
const petitioners = new Set(['petitioner', 'petitioners', 'plaintiff', 'plaintiffs', 'appellees/petitioners']);

/** By the kind of document, and for a party's by who is named behind "by". */
export function actorOf({ documents, tokens }: Entry): Actor {
  const [first] = documents;
  if (tokens.length === 0) return 'UNKNOWN';
  if (first === undefined || first.document.voice === 'court') return 'COURT';
  if (first.document.voice === 'clerk') return 'CLERK';
  let behind = false;
  for (let at = first.from; at < tokens.length; at += 1) {
    const { word } = tokens[at]!;
    if (word === 'by') behind = true;
    else if (behind && government.has(word)) return 'GOVERNMENT';
    else if (behind && petitioners.has(word)) return 'PETITIONER';
  }
  return 'PARTY';
}
