import { timelinePage, type EventRow, type TimelineFilter, type TimelineRequest } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { toFeedCursor } from '../changes/feed-cursor.js';
import { pageWindow, type PageSizeArgs } from '../connection/page-window.js';
import type { PageInfo } from '../connection/page-info.js';
import type { Rooms } from '../context/context.js';
import { toEvent } from '../events/to-event.js';
import type { TimelineConnection } from './timeline-connection.js';
import { fromCursor, keyOf, toCursor } from './timeline-cursor.js';
import type { TimelineOrder } from './timeline-order.js';
import { isGiven } from '../inputs/is-given.js';

/** What is asked of the timeline beside its filter. */
export interface TimelinePageArgs extends PageSizeArgs {
  readonly orderBy: TimelineOrder;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly asOf?: string | null;
}

/** Reads a page. Throws BAD_INPUT and BAD_CURSOR. */
export async function readTimeline(
  { db, feed }: Pick<Rooms, 'db' | 'feed'>,
  filter: TimelineFilter,
  args: TimelinePageArgs,
): Promise<TimelineConnection> {
  const { orderBy, after, before, asOf } = args;
  if (orderBy === 'DOCKET' && filter.cases?.length !== 1)
    throw new VigilError('BAD_INPUT', '`orderBy: DOCKET` is an order of one case: name one in `filter`');
  const request: TimelineRequest = {
    ...pageWindow(args),
    filter,
    orderBy,
    ...(isGiven(after) && { after: fromCursor(orderBy, after) }),
    ...(isGiven(before) && { before: fromCursor(orderBy, before) }),
    ...(isGiven(asOf) && { asOf }),
  };
  const feedCursor = toFeedCursor(feed.head);
  const { events, hasMore } = await timelinePage(db, request);
  const edges = events.map((row) => ({ cursor: toCursor(orderBy, keyOf(orderBy, row)), node: toEvent(row) }));
  const beyond = (side: Side) => (): Promise<boolean> => anyBeyond(db, request, events, side);
  const pageInfo: PageInfo = {
    hasNextPage: (!request.fromEnd && hasMore) || (request.before !== undefined && beyond('next')),
    hasPreviousPage: (request.fromEnd === true && hasMore) || (request.after !== undefined && beyond('previous')),
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { request, edges, nodes: edges.map(({ node }) => node), pageInfo, feedCursor };
}

type Side = 'next' | 'previous';

/** Whether the list goes on beyond an end of the page that a cursor set. On an empty page the cursor's own item does. */
async function anyBeyond(
  db: Rooms['db'],
  { filter, orderBy, asOf }: TimelineRequest,
  page: readonly EventRow[],
  side: Side,
): Promise<boolean> {
  const last = side === 'next' ? page.at(-1) : page[0];
  if (!last) return true;
  const key = keyOf(orderBy, last);
  const from = side === 'next' ? { after: key } : { before: key, fromEnd: true };
  const { events } = await timelinePage(db, {
    filter,
    orderBy,
    limit: 1,
    ...from,
    ...(asOf !== undefined && { asOf }),
  });
  return events.length > 0;
}
