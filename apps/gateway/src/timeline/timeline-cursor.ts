import type { EventRow, TimelineKey } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import type { TimelineOrder } from './timeline-order.js';

const form = /^(DOCKET|OCCURRED_AT|RECORDED_AT):(-?\d{1,18}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place of an Event in an order. */
export function keyOf(orderBy: TimelineOrder, { occurredMs, addedSeq, place, id }: EventRow): TimelineKey {
  const values = { DOCKET: place, OCCURRED_AT: String(occurredMs), RECORDED_AT: addedSeq };
  return { value: values[orderBy], id };
}

/** The opaque text of a place. */
export function toCursor(orderBy: TimelineOrder, { value, id }: TimelineKey): string {
  return Buffer.from(`${orderBy}:${value}:${id}`).toString('base64url');
}

/** The place that a cursor names. Throws BAD_CURSOR for any other text, or one of another order. */
export function fromCursor(orderBy: TimelineOrder, cursor: string): TimelineKey {
  const [, order, value, id] = form.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (value === undefined || id === undefined) throw new VigilError('BAD_CURSOR', 'this is no cursor of the timeline');
  if (order !== orderBy)
    throw new VigilError('BAD_CURSOR', `this cursor is of the order ${order}, and ${orderBy} is asked`);
  return { value, id };
}
