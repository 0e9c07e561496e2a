import { headOfChanges, oldestChange } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import type { Context } from '../context/context.js';
import { readFilter } from '../timeline/read-filter.js';
import type { TimelineFilter } from '../timeline/timeline-filter.js';
import { ChangeFollower } from './change-follower.js';
import { changeMatcher } from './change-matcher.js';
import { fromFeedCursor } from './feed-cursor.js';
import type { StreamItem } from './stream-item.js';
import { StreamReset } from './stream-marks.js';
import { isGiven } from '../inputs/is-given.js';

/** What a subscription asks. */
export interface FollowArgs {
  readonly filter?: TimelineFilter | null;
  readonly after?: string | null;
}

/**
 * Begins to follow the timeline: from now on, or exactly from where a cursor stands. Throws BAD_CURSOR for
 * one that this log has never given, and what `readFilter` throws.
 */
export async function followTimeline(
  { db, feed, loaders }: Pick<Context, 'db' | 'feed' | 'loaders'>,
  { filter, after }: FollowArgs,
): Promise<AsyncIterableIterator<StreamItem>> {
  const from = isGiven(after) ? fromFeedCursor(after) : undefined;
  const match = changeMatcher(db, feed, await readFilter(filter, loaders));
  const present = await headOfChanges(db);
  if (from !== undefined && from > present) {
    throw new VigilError(
      'BAD_CURSOR',
      'this cursor is of a log that is longer than this one: was the database restored?',
    );
  }
  if (from !== undefined && from < Math.min(present, feed.floor) && ((await oldestChange(db)) ?? Infinity) > from + 1) {
    return only(new StreamReset('CURSOR_TOO_OLD'));
  }
  feed.bell();
  return new ChangeFollower({ feed, match, after: from ?? present, present });
}

async function* only(item: StreamItem): AsyncGenerator<StreamItem, undefined> {
  yield item;
}
