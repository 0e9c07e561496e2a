/** The end of the pipe: the beat as a subscriber is told of it. */
import type { Database } from '@vigil/db';
import { ownPublisher } from '@vigil/dockets';
import { Gauge, type Registry } from 'prom-client';
import type { ChangeFeed } from '../changes/change-feed.js';
import { ChangeFollower } from '../changes/change-follower.js';
import { changeMatcher } from '../changes/change-matcher.js';
import { TimelineChange } from '../changes/timeline-change.js';

/** Where beats are heard and told of. */
export interface CanaryRooms {
  readonly db: Database;
  readonly feed: ChangeFeed;
  readonly registry: Registry;
}

/** Follows the beats as a subscriber does, from now on. */
export function hearCanary({ db, feed, registry }: CanaryRooms): { close(): Promise<void> } {
  let heard = Date.now();
  const age: Gauge = new Gauge({
    name: 'vigil_canary_age_seconds',
    help: 'Age of the latest beat of the canary that came through here as a Change; before the first, since the start',
    registers: [registry],
    // The clock of another gateway may be ahead of ours.
    collect: () => age.set(Math.max(0, Date.now() - heard) / 1_000),
  });
  const match = changeMatcher(db, feed, { courts: [ownPublisher] });
  const beats = new ChangeFollower({ feed, match, after: feed.head, present: feed.head });
  const hearing = (async () => {
    for await (const item of beats) if (item instanceof TimelineChange) heard = item.row.event?.occurredMs ?? heard;
  })();
  return {
    close: async () => {
      await beats.return();
      await hearing;
    },
  };
}
