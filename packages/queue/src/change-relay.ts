import type { ReportError } from './check-queue.js';
import { keepFollowing } from './keep-following.js';
import { listenTo, lostDatabase } from './listen.js';
import { queueUnreachable } from './queue-error.js';
import { readChanges, type ChangeGap } from './read-changes.js';

/** What rings the bell, and who hears it. */
export interface ChangeRelayOptions {
  readonly databaseUrl: string;
  /** The channel that the writer notifies. */
  readonly channel: string;
  /** Where `openChangePublisher` tells of Changes; null or absent: the channel of Postgres is listened to. */
  readonly redisUrl?: string | null;
  /** Says only "look at the log". Called often; must return at once and not throw. */
  readonly onBell: () => void;
  readonly onError: ReportError;
  /** The bell rings at least this often, in milliseconds, whatever was lost. Default 1,000. */
  readonly pollMs?: number;
  /** Hears of entries of Redis that went by unheard. There is nothing to do: the bell rings, and the log has them. */
  readonly onGap?: (gap: ChangeGap) => void;
}

/** A relay that rings until it is closed. */
export interface ChangeRelay {
  close(): Promise<void>;
}

/**
 * A doorbell for followers of the Change log: a connection of its own, to Postgres or Redis, made again with back-off
 * whenever it is lost, and a bell at each new connection, since what was told in between is lost. The data is always
 * read from the log, so a lost bell costs time (`pollMs` at most) and never a Change.
 */
export function openChangeRelay(options: ChangeRelayOptions): ChangeRelay {
  const { databaseUrl, channel, redisUrl, onBell, onError, pollMs = 1_000, onGap = () => undefined } = options;
  const closing = new AbortController();
  const poll = setInterval(onBell, pollMs);
  const ended = redisUrl
    ? keepFollowing(readChanges(redisUrl, onBell, onGap), { asError: queueUnreachable, onError }, closing.signal)
    : keepFollowing(listenTo(databaseUrl, channel, onBell), { asError: lostDatabase, onError }, closing.signal);
  return {
    close: async () => {
      clearInterval(poll);
      closing.abort();
      await ended;
    },
  };
}
