/** What a party's paper asks for, opposes or takes back. */
import type { DocumentPart, Entry } from './entry.js';
import type { Named } from './objects.js';
import type { Outcome } from './outcome.js';
import type { Sentence } from './sentences.js';

/** What a document is by its name. */
export const ownOutcome = (tag: string, document: string, from: number): Outcome => ({
  tags: [tag],
  rule: `document.${document}`,
  from,
  to: from + 1,
  confidence: 0.92,
});

/** Reads what one document of an entry does to motions. */
export function readFiling(entry: Entry, { document, from, to }: DocumentPart): readonly Outcome[] {
  const own = document.tag === undefined ? [] : [ownOutcome(document.tag, document.id, from)];
  const done = document.toMotions;
  if (done === undefined) return own;
  const first = entry.sentences.findIndex((one) => one.to > from && one.from < to);
  if (done === 'opposed' && answersPetition(entry.sentences[first]))
    return [ownOutcome('filing.answer_or_return', document.id, from)];
  const disposition = done === 'sought' && isWithdrawn(entry) ? 'withdrawn' : done;
  const outcomes = runOf(entry.sentences, first).flatMap(({ items, named: all }, index) => {
    const named = all.filter(({ from: at }) => index > 0 || (items[at]!.from >= from && items[at]!.from < to));
    return (done === 'sought' ? asked(named, document.id === 'stipulation') : answered(named))
      .filter(({ bare }) => !bare || (index === 0 && document.id !== 'stipulation'))
      .map(({ matter, from: at, to: end }): Outcome => ({
        tags: [`${matter.tag ?? matter.id}.${disposition}`],
        rule: `document.${document.id} matter.${matter.id}`,
        from: items[at]!.from,
        to: items[end - 1]!.to,
        confidence: 0.92,
      }));
  });
  return [...own, ...outcomes];
}

/** "RESPONSE re 1 Petition": no motion is opposed, the petition is answered. */
const answersPetition = (sentence: Sentence | undefined): boolean =>
  sentence?.named[0]?.matter.kind === 'petition' && !sentence.named[0].asked;

/** The sentence of a document's name, and those behind it that begin with another motion. */
function runOf(all: readonly Sentence[], first: number): readonly Sentence[] {
  if (first < 0) return [];
  let end = first + 1;
  while (all[end]?.items[0]?.sense?.is === 'motion') end += 1;
  return all.slice(first, end);
}

/** What the document itself asks for: what stands within another matter is only named. */
function asked(all: readonly Named[], agreed: boolean): readonly Named[] {
  // "STIPULATION of Dismissal"
  if (agreed && all.every(({ bare, asked: byMotion }) => bare || !byMotion))
    return all.filter(({ matter }) => matter.id === 'dismissal').slice(0, 1);
  // "NOTICE OF MOTION AND MOTION to Dismiss": what a bare name asks for, another one says.
  const named = all.some((one) => one.asked && !one.bare) ? all.filter(({ bare }) => !bare) : all;
  return named.filter(
    (one, index) => (index === 0 || one.stands !== 'within') && (one.asked || one.matter.id === 'habeas'),
  );
}

/** The motions that a document answers: the first one, and those beside it. */
function answered(named: readonly Named[]): readonly Named[] {
  const first = named.findIndex((one) => one.asked);
  return named.filter(
    (one, index) => one.asked && (index === first || (index > first && (one.stands === 'beside' || one.chained))),
  );
}

/** A clerk marks a motion that was taken back. */
const isWithdrawn = ({ tokens }: Entry): boolean =>
  tokens.some(({ word, capitals }) => capitals && word === 'withdrawn');
