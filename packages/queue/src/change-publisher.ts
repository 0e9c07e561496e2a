import { Redis } from 'ioredis';
import { openChangeRelay } from './change-relay.js';
import { addToStream, dropStream, latestInStream } from './change-stream.js';
import type { ReportError } from './check-queue.js';
import { lostDatabase } from './listen.js';
import { queueErrorReporter } from './queue-error.js';

/** From where to where Changes are told. */
export interface ChangePublisherOptions {
  readonly databaseUrl: string;
  /** The channel that the writer of Changes notifies. */
  readonly channel: string;
  readonly redisUrl: string;
  /** Number of the latest Change of the log. */
  readonly head: () => Promise<number>;
  readonly onError: ReportError;
}

/** A publisher that tells until it is closed. */
export interface ChangePublisher {
  close(): Promise<void>;
}

/**
 * Tells of Changes in Redis, for relays that were opened with its address: whenever Postgres notifies, and each second.
 * Any number of publishers may run; who is told a Change twice hears it once. What could not be told is made up for by
 * the next entry, and by the relays' own look at the log each second.
 */
export function openChangePublisher(options: ChangePublisherOptions): ChangePublisher {
  const { databaseUrl, channel, redisUrl, head, onError } = options;
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, commandTimeout: 5_000 });
  const report = queueErrorReporter(onError);
  redis.on('error', report);
  let told: number | null = null;
  let running: Promise<void> | null = null;
  let again = false;

  const tell = async (): Promise<void> => {
    const seq = await head().catch((error: unknown) => {
      throw lostDatabase(error);
    });
    if (told === null) told = await begin(redis, head);
    if (seq <= told) return;
    await addToStream(redis, { seq, previous: told });
    told = seq;
  };
  const run = async (): Promise<void> => {
    do {
      again = false;
      await tell().catch((error: unknown) => {
        told = null; // what is in Redis by now is looked at anew
        report(error);
      });
    } while (again);
    running = null;
  };
  const relay = openChangeRelay({
    databaseUrl,
    channel,
    onError,
    onBell: () => {
      again = true;
      running ??= run();
    },
  });
  return {
    close: async () => {
      await relay.close();
      redis.disconnect(); // what is under way fails at once
      await running;
    },
  };
}

/**
 * Where the stream stands. One that is ahead of the log is of another database (this one was restored from a backup),
 * and would swallow every entry until the log has grown past it.
 */
async function begin(redis: Redis, head: () => Promise<number>): Promise<number> {
  const latest = await latestInStream(redis);
  const seq = await head(); // after it: the stream never tells of what the log does not hold yet
  if (latest === null || latest <= seq) return latest ?? 0;
  await dropStream(redis);
  return 0;
}
