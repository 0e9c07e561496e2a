/**
 * What a docket entry says has happened. In three steps: what it does not say itself is blanked; its words become
 * sentences of what they mean to the rules; by who speaks in it, readers read rulings, filings, commands and labels.
 */
import { actorOf, type Actor } from './actor.js';
import { readLabelled } from './event-labels.js';
import { findingsOf, type Finding } from './finding.js';
import { readJudge } from './judge.js';
import { readEntry } from './reading/entry.js';
import { readOutcomes } from './reading/outcomes.js';
import { readRefs } from './refs.js';
import { urgencyOf, type Urgency } from './urgency.js';

/** What is known of an entry. */
export interface ClassifyInput {
  /** The docket text; `null` where only a feed's short descriptions are known. */
  readonly text: string | null;
  /** Short descriptions of its docketing events, as a feed gives them; one line can hold several, joined by AND. */
  readonly labels: readonly string[] | null;
  /** Court id, as in the court table; `null` where it is not known. */
  readonly court: string | null;
}

/** What an entry says has happened. */
export interface Classification {
  /** Tags of `tags`, sorted; none is a real answer: nothing of the list happened. */
  readonly tags: readonly string[];
  /** One a tag: what found it. */
  readonly findings: readonly Finding[];
  readonly actor: Actor;
  /** As printed, without titles; `null` for panels, clerks and parties. */
  readonly judge: string | null;
  /** Numbers of other entries of the docket that the text refers to, in its order. */
  readonly refs: readonly number[];
  readonly urgency: Urgency;
  /** Whether it is a court's act of which only a short description is known: the full text is wanted. */
  readonly wantsText: boolean;
}

/** Classifies a docket entry by its text, or by a feed's labels where there is no text. */
export function classify({ text, labels, court }: ClassifyInput): Classification {
  if (text === null) return fromLabels(labels ?? [], court);
  const described = labelsIn(text);
  if (described !== null) return fromLabels(described, court);
  const entry = readEntry(text, court);
  const findings = findingsOf(entry, text, readOutcomes(entry));
  return {
    ...of(findings, false),
    actor: actorOf(entry),
    judge: readJudge(entry),
    refs: readRefs(entry),
    urgency: urgencyOf(findings, entry),
  };
}

/** Some sources hold a feed's short description as the text: `[Order on Motion for TRO] (12)`. */
function labelsIn(text: string): readonly string[] | null {
  const inBrackets = /^\s?\[([^[\]]{1,200})\]\s?(?:\(\d{1,5}\))?\s?$/.exec(text)?.[1];
  return inBrackets === undefined ? null : [inBrackets];
}

function fromLabels(labels: readonly string[], court: string | null): Classification {
  const read = labels.flatMap((label) => label.split(' AND ')).map((label) => readLabelled(label, court));
  const findings = read.flatMap((one) => one.findings);
  return {
    ...of(
      findings,
      read.some(({ wantsText }) => wantsText),
    ),
    actor: read[0]?.actor ?? 'UNKNOWN',
    judge: null,
    refs: [],
    urgency: urgencyOf(findings, null),
  };
}

const of = (
  findings: readonly Finding[],
  wantsText: boolean,
): Pick<Classification, 'tags' | 'findings' | 'wantsText'> => ({
  tags: [...new Set(findings.map(({ tag }) => tag))].toSorted(),
  findings,
  wantsText,
});
