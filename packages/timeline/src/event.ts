import type { DocketEntryFacts, Instant, PublicationFacts } from './statement.js';

/** How exactly `occurredAt` is known. A date without a time stays a date. */
export type Precision = 'DAY' | 'MINUTE' | 'INTERVAL';

/** When something happened: an instant for sorting, and what of it is known. */
export interface OccurredAt {
  /** UTC; for `DAY` the start of that day in `zone`. */
  readonly instant: Instant;
  readonly precision: Precision;
  /** The civil day in `zone`. */
  readonly day: string;
  readonly zone: string;
}

interface ContentOf<Kind extends string, Facts> {
  readonly kind: Kind;
  readonly occurredAt: OccurredAt;
  /** One line for a list. */
  readonly headline: string;
  readonly facts: Facts;
}

/** What an Event says at one moment of what was seen. */
export type EventContent = DocketEntryContent | ContentOf<'PUBLICATION', PublicationFacts>;

/** What a docket entry says; what is `removed` the docket listed, and lists no more: two whole readings left it out. */
export interface DocketEntryContent extends ContentOf<'DOCKET_ENTRY', DocketEntryFacts> {
  readonly removed?: true;
}

/** What was known from Captures of `capturedAt` on. */
export interface EventState {
  /** Capture time (UTC) of the statement that began this state. */
  readonly capturedAt: Instant;
  readonly content: EventContent;
}

/** An Event as merged from the set of Observations that speak of it. */
export interface MergedEvent {
  /** Identity keys that are this Event's alone, strongest first. */
  readonly keys: readonly string[];
  /** Strongest keys of Events that this one may be a duplicate of. */
  readonly possibleDuplicateOf: readonly string[];
  /** Every state by Capture time, oldest first; the last is current. */
  readonly states: readonly EventState[];
  /** Ids of the Observations that say so, sorted. */
  readonly evidence: readonly string[];
}
