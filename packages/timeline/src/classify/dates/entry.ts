import { clausesOf, type ClauseText } from './clauses.js';
import type { EntryContext } from './context.js';
import type { Mention } from './mention.js';
import { mentionsIn } from './mentions.js';
import { tokenize, type Clause, type DateToken } from './tokens.js';

/** A docket text, read as far as its dates need. */
export interface EntryReading {
  readonly text: string;
  readonly context: EntryContext;
  /** Without lists of attachments, and without all where the clerk voided the entry. */
  readonly clauses: readonly Clause[];
  readonly mentions: readonly Mention[];
  /** Whether a party speaks, that asks and reports. */
  readonly isFiling: boolean;
}

/** The clerk's marks on an entry that is to be read as if it were not there. */
const voided = /filing error|(?:filed|entered) in error|^\W{0,4}disregard|^\W{1,4}(?:vacated|discharged|withdrawn)\b/i;
/** Beginnings of what parties file; a court's order may stand behind (`STIPULATION AND ORDER`). */
const asks =
  /^\W{0,3}(?:(?:first|second|third|letter|joint|consent|unopposed|opposed|agreed|emergency|ex|parte|amended|corrected|renewed|cross|sealed|notice of|(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|government)[s'’]{0,2})[ -]){0,4}(?:motions?|requests?|stipulations?|letter|applications?|petition) (?:to|for|in|by|and|of|re|regarding|addressed|requesting|from|that)\b/i;
const files =
  /^\W{0,3}(?:[a-z'’-]{1,20} ){0,3}(?:declaration|affidavit|response|reply|brief|memorandum (?:of law|in)|opposition|objections?|exhibits?|statement|certificate|status report|joint|transcripts?|witness list|notice of (?:appearance|supplemental|filing|change))\b/i;
const rules = /\b(?:order|granting|granted|minutes?|ruling|denying)\b/i;
const proposed = /\bproposed\b/i;
/** What is read of a text: court systems take less. */
const longest = 32_000;

/** Reads a docket text. Linear in its length, and next to nothing where it names neither day nor period. */
export function readEntry(whole: string, context: EntryContext): EntryReading {
  const text = whole.slice(0, longest);
  const texts = dated.test(text) ? clausesOf(text) : [];
  const worthy = texts.filter((clause) => isWorthReading(text, clause));
  const head = text.slice(0, 160);
  const nothing = { text, context, clauses: [], mentions: [], isFiling: false };
  if (worthy.length === 0 || voided.test(head)) return nothing;
  const isRuling = rules.test(head.slice(0, 60));
  const isAsking = asks.test(head) && !(isRuling && !proposed.test(head));
  const isFiling = isAsking || (files.test(head) && !isRuling);
  const isMinutes = /\bminutes?\b/i.test(head) && !/\bminute order\b/i.test(head);
  const { filedOn } = context;
  const isPast = ({ date }: DateToken): boolean => date !== null && filedOn !== null && date < filedOn;
  const isFuture = ({ date }: DateToken): boolean => date !== null && filedOn !== null && date > filedOn;
  const titleEnd = (texts.find(([stretch]) => stretch![0] === 0) ?? texts[0]!).at(-1)![1];
  const clauses = worthy.map((clause) => tokenize(text, clause, filedOn));
  const mentions = clauses.flatMap((clause) =>
    mentionsIn(clause, { isMinutes, isFiling, isRequest: isAsking && clause[0]!.start < titleEnd, isPast, isFuture }),
  );
  return { ...nothing, clauses, mentions, isFiling };
}

const dated =
  /\d\/\d|\d[.-]\d\d?[.-]\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|(?:janu|febru)ary|march|april|august|(?:septem|octo|novem|decem)ber)\b|\b(?:day|hour|week|month)s?\b/i;
/** Beginnings of what only tells of the paper. */
const record = /^\s*(?:attachments?|entered|filed on|modified)\b/i;

/** Whether a clause may name a day or a period that matters: most of a docket's do not, and are not looked at again. */
function isWorthReading(text: string, clause: ClauseText): boolean {
  const [start] = clause[0]!;
  return !record.test(text.slice(start, start + 24)) && clause.some(([from, to]) => dated.test(text.slice(from, to)));
}
