/** What a party's paper asks for, opposes or takes back. */
import type { DocumentPart, Entry } from './entry.js';
import { namedIn, type Named } from './objects.js';
import type { Outcome } from './rulings.js';

/** Reads what one document of an entry does to motions. */
export function readFiling(entry: Entry, { document, from, to }: DocumentPart): readonly Outcome[] {
  const own: Outcome[] = document.tag === undefined ? [] : [{ tags: [document.tag], rule: `document.${document.id}`, from, to: from + 1, confidence: 0.92 }];
  const done = document.toMotions;
  if (done === undefined) return own;
  const sentence = entry.sentences.find((one) => one.to > from && one.from < to);
  if (sentence === undefined) return own;
  const within = ({ from: at }: Named): boolean => {
    const item = sentence.items[at]!;
    return item.from >= from && item.from < to;
  };
  const named = namedIn(sentence.items).filter(within);
  const mattersOf = done === 'sought' ? asked(named) : answered(named);
  const withdrawn = done === 'sought' && isWithdrawn(entry);
  const outcomes = mattersOf.map(({ matter, from: at, to: end }): Outcome => ({
    tags: [`${matter.tag ?? matter.id}.${withdrawn ? 'withdrawn' : done}`],
    rule: `document.${document.id} matter.${matter.id}`,
    from: sentence.items[at]!.from,
    to: sentence.items[end - 1]!.to,
    confidence: 0.92,
  }));
  return [...own, ...outcomes];
}

/** What the document itself asks for: what stands within another matter is only named. */
const asked = (named: readonly Named[]): readonly Named[] =>
  named.filter((one, index) => (index === 0 || one.stands !== 'within') && (one.asked || one.matter.kind === 'petition') && !isNothing(one));

/** The motions that a document answers: the first one, and those beside it. */
function answered(named: readonly Named[]): readonly Named[] {
  const first = named.findIndex((one) => one.asked);
  return named.filter((one, index) => one.asked && (index === first || (index > first && one.stands === 'beside')));
}

const isNothing = ({ matter }: Named): boolean => matter.kind === 'nothing';

/** A clerk marks a motion that was taken back. */
const isWithdrawn = ({ tokens }: Entry): boolean =>
  tokens.some(({ word, capitals }) => capitals && word === 'withdrawn');
