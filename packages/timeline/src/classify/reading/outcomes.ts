/** By who speaks in an entry, what it says has happened: a filing is never a ruling. */
import type { Voice } from '../rules/documents.js';
import { readCommands } from './commands.js';
import type { DocumentPart, Entry } from './entry.js';
import { ownOutcome, readFiling } from './filings.js';
import { readHeading, readImplied, readShowCause } from './headings.js';
import { readLabels } from './labels.js';
import type { Outcome } from './outcome.js';
import { readRulings } from './rulings.js';

/** Reads all that an entry says has happened. One that names no document tells what a court did. */
export function readOutcomes(entry: Entry): readonly Outcome[] {
  const [document] = entry.documents;
  if (document === undefined) return ofCourt(entry);
  const { voice, id } = document.document;
  if (voice === 'party') return ofParty(entry);
  const said =
    voice === 'clerk'
      ? ofClerk(entry, document)
      : id === 'report_and_recommendation'
        ? ofReport(entry)
        : ofCourt(entry);
  return [...ownTag(document), ...said];
}

function ofCourt(entry: Entry): readonly Outcome[] {
  const ruled = readRulings(entry, entry.sentences);
  return [
    ...readHeading(entry, ruled),
    ...ruled,
    ...readShowCause(entry),
    ...readImplied(entry, ruled),
    ...readCommands(entry),
    ...labelsOf(entry, 'court'),
  ];
}

/** A clerk sets and cancels hearings, and enters what the court decided. */
function ofClerk(entry: Entry, { document }: DocumentPart): readonly Outcome[] {
  const ruled = readRulings(entry, entry.sentences);
  const own = document.id === 'mail' ? [] : document.id === 'notice_of_clerk' ? ruled.filter(isOfHearing) : ruled;
  return [...own, ...labelsOf(entry, 'clerk')];
}

/** A party's paper only asks; behind it an entry may say for when its hearing is noticed. */
function ofParty(entry: Entry): readonly Outcome[] {
  const end = entry.documents.at(-1)!.to;
  const behind = entry.sentences.filter(({ from }) => from >= end);
  const endorsed = endorsement(entry);
  const ruled = readRulings(entry, behind).filter(({ tags, from }) => from >= endorsed || tags.includes('hearing.set'));
  return [...entry.documents.flatMap((part) => readFiling(entry, part)), ...ruled, ...labelsOf(entry, 'party')];
}

/** What a magistrate judge recommends has not happened; hearings and assignments have. */
function ofReport(entry: Entry): readonly Outcome[] {
  const labels = labelsOf(entry, 'court').filter(({ tags }) => tags.every((tag) => tag.startsWith('administrative.')));
  return [...readRulings(entry, entry.sentences).filter(isOfHearing), ...labels];
}

/** "ENDORSED LETTER … ENDORSEMENT: Application granted": from where a judge has written on a party's paper; in tokens. */
function endorsement({ tokens }: Entry): number {
  const at = tokens.findIndex(({ word, capitals }) => capitals && word === 'endorsement');
  return at < 0 ? tokens.length : at;
}

const isOfHearing = ({ tags }: Outcome): boolean => tags.every((tag) => tag.startsWith('hearing.'));

const ownTag = ({ document: { tag, id }, from }: DocumentPart): readonly Outcome[] =>
  tag === undefined ? [] : [ownOutcome(tag, id, from)];

const labelsOf = (entry: Entry, voice: Voice): readonly Outcome[] =>
  readLabels(entry, voice).map(({ means: { id, tags, confidence, voids }, from, to }) => ({
    tags,
    rule: `label.${id}`,
    from,
    to,
    confidence,
    ...(voids === undefined ? {} : { voids }),
  }));
