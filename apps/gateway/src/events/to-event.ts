import type { EventRow } from '@vigil/db';
import { DocketEntryEvent } from './docket-entry-event.js';
import type { Event } from './event.js';

const classes = { DOCKET_ENTRY: DocketEntryEvent } as const satisfies Readonly<Record<EventRow['kind'], unknown>>;

/** The GraphQL object of an Event of any kind. */
export function toEvent(row: EventRow): Event {
  return new classes[row.kind](row);
}
