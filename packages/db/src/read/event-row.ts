import type { EventContent, EventState, Instant } from '@vigil/timeline';

/** An Event as readers get it: one state of it, current or as of a moment. */
export interface EventRow {
  readonly caseId: string;
  readonly id: string;
  readonly courtId: string;
  readonly kind: EventContent['kind'];
  readonly revision: number;
  readonly occurredMs: number;
  /** Where it stands in its docket; compare within one Case only. */
  readonly place: string;
  readonly addedSeq: string;
  readonly content: EventContent;
  /** Ids of Observations of this Case. */
  readonly evidence: readonly string[];
  readonly possibleDuplicateOf: readonly string[];
  readonly tags: readonly string[];
  readonly urgency: number;
  /** When Vigil first told of the Event. */
  readonly recordedAt: Instant;
  readonly revisedAt: Instant;
}

/** One state that readers had of an Event. */
export interface RevisionRow {
  readonly n: number;
  readonly content: EventContent;
  /** What was known by Capture time, oldest first. */
  readonly states: readonly EventState[];
  readonly evidence: readonly string[];
  readonly recordedFrom: Instant;
  readonly recordedTo: Instant | null;
}

/** A row as PostgreSQL gives it. */
export interface EventRecord {
  readonly case_id: string;
  readonly id: string;
  readonly court_id: string;
  readonly kind: EventContent['kind'];
  readonly revision: number;
  readonly occurred_ms: string;
  readonly place: string;
  readonly added_seq: string;
  readonly content: EventContent;
  readonly evidence: string[];
  readonly possible_duplicate_of: string[];
  readonly tags: string[];
  readonly urgency: number;
  readonly recorded_at: Date;
  readonly revised_at: Date;
}

/** Columns of `event e` for `toEventRow`. */
export const eventColumns = `e.case_id, e.id, e.court_id, e.kind, e.revision, e.occurred_ms, e.place, e.added_seq, e.content, e.evidence, e.possible_duplicate_of,
  e.tags, e.urgency, e.recorded_at, e.revised_at`;

export function toEventRow(row: EventRecord): EventRow {
  return {
    caseId: row.case_id,
    id: row.id,
    courtId: row.court_id,
    kind: row.kind,
    revision: row.revision,
    occurredMs: Number(row.occurred_ms),
    place: row.place,
    addedSeq: row.added_seq,
    content: row.content,
    evidence: row.evidence,
    possibleDuplicateOf: row.possible_duplicate_of,
    tags: row.tags,
    urgency: row.urgency,
    recordedAt: row.recorded_at.toISOString(),
    revisedAt: row.revised_at.toISOString(),
  };
}
