/** A docket text, cut into what the readers read. */
import type { DocumentRule } from '../rules/documents.js';
import { documentNames } from './senses.js';
import { sentences, type Sentence } from './sentences.js';
import { strip } from './strip.js';
import { tokenize, type Token } from './tokens.js';

/** One document of an entry: most entries are one. */
export interface DocumentPart {
  readonly document: DocumentRule;
  /** Half-open, in tokens. */
  readonly from: number;
  readonly to: number;
}

export interface Entry {
  /** As long as the text as given, with what it does not say itself blanked. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly appellate: boolean;
  /** The documents that it names itself, by their first words; none where it only tells something. */
  readonly documents: readonly DocumentPart[];
}

/** Whether a court hears appeals: its judgments decide an appeal, and its brackets hold ids of its own. */
export const isAppellate = (court: string | null): boolean =>
  court !== null && /^(ca\d+|cadc|cafc|scotus)$/.test(court);

export function readEntry(given: string, court: string | null): Entry {
  const text = strip(given);
  const tokens = tokenize(text);
  const all = sentences(tokens);
  return { text, tokens, sentences: all, appellate: isAppellate(court), documents: documentsOf(tokens, all) };
}

/** Words before an entry's first document, at most; further on, it is only mentioned. */
const deepestHead = 40;

function documentsOf(tokens: readonly Token[], all: readonly Sentence[]): readonly DocumentPart[] {
  const head = headAt(tokens);
  if (head === null || isHearing(all, head) || isTold(all, head)) return [];
  const parts: { document: DocumentRule; from: number; to: number }[] = [head];
  const end = all.find(({ to }) => to > head.from)?.to ?? tokens.length;
  for (let at = head.to; at < end; at += 1) {
    const before = tokens[at - 1]!.word;
    if (before !== 'and' && before !== ',' && before !== '/' && before !== '&') continue;
    const match = isCapitals(tokens[at]!) ? documentNames.at(tokens, at) : null;
    if (match === null || !follows(parts.at(-1)!.document, match.means, before)) continue;
    parts.at(-1)!.to = at;
    parts.push({ document: match.means, from: at, to: end });
  }
  parts.at(-1)!.to = end;
  return parts;
}

/** "RESPONSE to 28 MOTION, and REPLY to 27 MOTION to Dismiss/MOTION to Stay": two documents, not four. */
function follows(last: DocumentRule, next: DocumentRule, joined: string): boolean {
  if (next === last) return false;
  return next.toMotions !== 'sought' || (joined === 'and' && last.toMotions !== 'opposed' && last.id !== 'reply');
}

/** What stands behind is another entry's document. */
const mentions = new Set(['re', 'regarding']);

function headAt(tokens: readonly Token[]): DocumentPart | null {
  for (let at = 0; at < Math.min(tokens.length, deepestHead); at += 1) {
    const match = documentNames.at(tokens, at);
    if (match === null && mentions.has(tokens[at]!.word)) return null;
    if (match === null) continue;
    const head = { document: match.means, from: match.from, to: match.to };
    return (match.means.id === 'notice' ? namedNotice(tokens, match.to) : null) ?? head;
  }
  return null;
}

/** "NOTICE [PLAINTIFF'S NOTICE OF VOLUNTARY DISMISSAL] by …": what a notice calls itself further on. */
function namedNotice(tokens: readonly Token[], from: number): DocumentPart | null {
  for (let at = from; at < Math.min(tokens.length, from + 8); at += 1) {
    const match = tokens[at]!.word === 'notice' ? documentNames.at(tokens, at) : null;
    if (match?.means.tag !== undefined) return { document: match.means, from: match.from, to: match.to };
  }
  return null;
}

const isCapitals = ({ capitals, word }: Token): boolean => capitals && word.length > 4;

/** "Hearing on the application held", "Motion Hearing set for …": it is about the hearing. */
function isHearing(all: readonly Sentence[], { from, to }: DocumentPart): boolean {
  const sense = all[0]?.items.find((item) => item.sense?.is === 'matter');
  return (
    sense?.sense?.is === 'matter' &&
    sense.sense.matter.kind === 'hearing' &&
    sense.from <= from &&
    sense.to >= Math.min(to, sense.from + 1)
  );
}

/** "Defendant’s Motion to Dismiss is denied": a motion is spoken of, not filed. */
function isTold(all: readonly Sentence[], { document, from }: DocumentPart): boolean {
  if (document.toMotions !== 'sought') return false;
  const sentence = all.find(({ to }) => to > from);
  if (sentence === undefined) return false;
  const { items, named } = sentence;
  const bare = named.find(({ bare: isBare }) => isBare);
  return items.some(
    ({ sense }, at) =>
      sense?.is === 'ruling' &&
      sense.form === 'passive' &&
      (items[at - 1]?.sense?.is === 'is' || bare?.to === at || (at > 0 && items[at - 1]!.from === from)),
  );
}
