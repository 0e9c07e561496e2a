import { casesById, type CaseRow, type ChangeRow, type Database, type EventRow } from '@vigil/db';
import { whatChanged, type EventContent, type RevisionKind } from '@vigil/timeline';
import type { Paint } from '../terminal/terminal.js';
import { occurredText } from '../terminal/time-text.js';

/** One line of the timeline: an Event as a page holds it, or as a Change told it. */
export interface ToldEvent {
  readonly courtId: string;
  readonly docketCase: CaseRow;
  readonly eventId: string;
  /** What happened; for an Event that was retracted, what it had said. */
  readonly content: EventContent;
  /** Null for what is read from a page, and for an Event that was retracted. */
  readonly event: EventRow | null;
  readonly change: (Pick<ChangeRow, 'seq' | 'kind' | 'recordedAt'> & { readonly what: readonly RevisionKind[] }) | null;
}

/** The Events of a page, with their Cases. */
export async function tellEvents(db: Database, events: readonly EventRow[]): Promise<readonly ToldEvent[]> {
  const cases = await casesById(
    db,
    events.map(({ caseId }) => caseId),
  );
  return events.map((event, index) => ({
    courtId: event.courtId,
    docketCase: cases[index]!,
    eventId: event.id,
    content: event.content,
    event,
    change: null,
  }));
}

/** What Changes told, with their Cases. A Change of an Event that was merged away since says nothing any more. */
export async function tellChanges(db: Database, changes: readonly ChangeRow[]): Promise<readonly ToldEvent[]> {
  const cases = await casesById(
    db,
    changes.map(({ caseId }) => caseId),
  );
  return changes.flatMap((change, index) => {
    const content = change.event?.content ?? change.previous;
    if (content === null) return [];
    const { courtId, eventId, event } = change;
    const what = change.kind === 'REVISED' ? whatChanged(change.previous, content) : [];
    return [{ courtId, docketCase: cases[index]!, eventId, content, event, change: { ...change, what } }];
  });
}

/** A line for machines. Times are UTC. */
export function toldRecord({ courtId, docketCase, eventId, content, event, change }: ToldEvent): object {
  return {
    id: eventId,
    caseId: docketCase.id,
    court: courtId,
    docketNumber: docketCase.docketNumber ?? docketCase.printedNumber,
    caption: docketCase.caption,
    kind: content.kind,
    occurredAt: content.occurredAt,
    headline: content.headline,
    facts: content.facts,
    revision: event?.revision ?? null,
    recordedAt: event?.recordedAt ?? null,
    change: change && { seq: change.seq, kind: change.kind, what: change.what, recordedAt: change.recordedAt },
  };
}

const marks = { ADDED: '', REVISED: '(revised) ', MERGED: '(merged) ', RETRACTED: '(retracted) ' } as const;

/** What became of the Event; of a revision what is different, where that can be said. */
const markOf = ({ kind, what }: NonNullable<ToldEvent['change']>): string =>
  what.length === 0 ? marks[kind] : `(${what.join(', ').toLowerCase().replaceAll('_', ' ')}) `;

const narrowest = 60;

/**
 * A line for people: the time by the court's or publisher's clock, court, docket number, what happened, caption. Cut to `columns`
 * where the output has a width.
 */
export function toldText(
  told: ToldEvent,
  { paint, columns }: { readonly paint: Paint; readonly columns: number | null },
): string {
  const { courtId, docketCase, content, change } = told;
  const number = docketCase.docketNumber ?? docketCase.printedNumber ?? '';
  const front = `${occurredText(content.occurredAt)}  ${courtId.padEnd(4)}  ${number.padEnd(13)}  `;
  const mark = change === null ? '' : markOf(change);
  const caption = docketCase.caption === null ? '' : `  ${docketCase.caption}`;
  const room = columns === null ? Infinity : Math.max(columns, narrowest) - front.length;
  const headline = cut(`${mark}${content.headline}${sortOf(content)}`, room);
  return `${paint.dim(front)}${paint.bold(headline)}${paint.dim(cut(caption, room - headline.length))}`;
}

/** What tells an entry or a publication from others with its headline. */
function sortOf({ kind, facts }: EventContent): string {
  if (kind === 'DOCKET_ENTRY') return facts.number === null ? '' : ` #${facts.number}`;
  return facts.type === null ? '' : ` [${facts.type}]`;
}

function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  return room < 1 ? '' : `${text.slice(0, room - 1)}…`;
}
