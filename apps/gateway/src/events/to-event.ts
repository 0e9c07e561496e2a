import type { EventRow } from '@vigil/db';
import { DocketEntryEvent } from './docket-entry-event.js';
import type { Event } from './event.js';
import { PublicationEvent } from './publication-event.js';

/** The GraphQL object of an Event of any kind. */
export function toEvent(row: EventRow): Event {
  const { content } = row;
  return content.kind === 'DOCKET_ENTRY'
    ? new DocketEntryEvent(row, content)
    : new PublicationEvent(row, content.facts);
}
