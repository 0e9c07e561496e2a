import { changeChannel, changesAfter, headOfChanges, type ChangeRow, type Database } from '@vigil/db';
import type { VigilError } from '@vigil/errors';
import { openChangeRelay } from '@vigil/queue';
import { Bell } from './bell.js';

const batchSize = 500;

/** Where to follow from, and until when. */
export interface FollowOptions {
  readonly db: Database;
  readonly url: string;
  readonly redisUrl: string | null;
  /** Number of the last Change that is known. */
  readonly after: number;
  readonly until: AbortSignal;
  /** Hears that the doorbell is out of order; the log is then looked at once a second. */
  readonly onError: (error: VigilError) => void;
}

/** Every later Change once and in order, in batches as they come. Ends when `until` is aborted. */
export async function* followChanges(options: FollowOptions): AsyncGenerator<readonly ChangeRow[], void> {
  const { db, url, redisUrl, until, onError } = options;
  let after = options.after;
  const bell = new Bell();
  const relay = openChangeRelay({ databaseUrl: url, redisUrl, channel: changeChannel, onBell: bell.ring, onError });
  until.addEventListener('abort', bell.ring, { once: true });
  try {
    while (!until.aborted) {
      const head = await headOfChanges(db);
      const changes = await changesAfter(db, after, head, batchSize);
      if (changes.length > 0) yield changes;
      const all = changes.length < batchSize;
      after = all ? Math.max(after, head) : changes.at(-1)!.seq;
      if (all && !until.aborted) await bell.heard();
    }
  } finally {
    until.removeEventListener('abort', bell.ring);
    await relay.close();
  }
}
