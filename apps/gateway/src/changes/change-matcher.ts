/** Whether a Change is of a filter: the same filter as that of a query, with the same meaning. */
import { matchWords, takesCourt, type ChangeRow, type Database, type TimelineFilter } from '@vigil/db';
import type { EventContent, Instant } from '@vigil/timeline';
import type { ChangeFeed } from './change-feed.js';
import type { ChangeMatcher } from './change-follower.js';
import type { TimelineChange } from './timeline-change.js';

/** What an Event says after a Change, or said before. */
interface Told {
  readonly change: TimelineChange;
  readonly isAfter: boolean;
  readonly caseId: string;
  readonly content: EventContent;
  /** When Vigil first told of the Event; `null` where the log does not say: of an Event that is one no more. */
  readonly recordedAt: Instant | null;
}

/**
 * A Change is of a filter if the Event fits it after the Change, or did before: so a follower learns too
 * that an Event has left what it follows. Words are matched by PostgreSQL, as a query's are.
 */
export function changeMatcher(db: Database, feed: ChangeFeed, filter: TimelineFilter): ChangeMatcher {
  const { text } = filter;
  return async (changes) => {
    const fitting = changes.flatMap(statesOf).filter((told) => fits(filter, told));
    const matches = text === undefined ? null : await feed.spare(() => matchWords(db, text, fitting));
    const found = fitting.filter((_, index) => matches === null || matches[index]);
    const before = new Set(found.map(({ change }) => change));
    const after = new Set(found.filter(({ isAfter }) => isAfter).map(({ change }) => change));
    return changes.flatMap((change) => {
      if (after.has(change)) return [change];
      return before.has(change) || isUnknown(change.row) ? [change.leaving] : [];
    });
  };
}

function statesOf(change: TimelineChange): readonly Told[] {
  const { caseId, event, previous, kind } = change.row;
  const before = kind === 'REVISED' ? (event?.recordedAt ?? null) : null;
  return [
    ...(event
      ? [{ change, isAfter: true, caseId: event.caseId, content: event.content, recordedAt: event.recordedAt }]
      : []),
    ...(previous ? [{ change, isAfter: false, caseId, content: previous, recordedAt: before }] : []),
  ];
}

/** Told to everybody rather than kept from somebody. */
const isUnknown = ({ event, previous }: ChangeRow): boolean => event === null && previous === null;

function fits(filter: TimelineFilter, { change, caseId, content, recordedAt }: Told): boolean {
  const { cases, kinds, occurredFrom, occurredTo, recordedFrom, recordedTo } = filter;
  return (
    takesCourt(filter, change.row.courtId) &&
    (cases === undefined || cases.includes(caseId)) &&
    (kinds === undefined || kinds.includes(content.kind)) &&
    within(content.occurredAt.instant, occurredFrom, occurredTo) &&
    (recordedAt === null || within(recordedAt, recordedFrom, recordedTo))
  );
}

/** Instants compare as text: all are UTC with milliseconds. */
const within = (at: Instant, from: Instant | undefined, to: Instant | undefined): boolean =>
  (from === undefined || at >= from) && (to === undefined || at < to);
