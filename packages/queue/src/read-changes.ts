import { latestInStream, readStream } from './change-stream.js';
import type { Follow } from './keep-following.js';
import { connectRedis } from './open-redis.js';

/** Entries that went by unheard: the log is known up to `seen`, and was told up to `previous` before. */
export interface ChangeGap {
  readonly seen: number;
  readonly previous: number;
}

const blockMs = 5_000;
/** A server that is gone without a word does not even say that there is nothing new. */
const answerMs = blockMs + 5_000;

/** Follows the stream of Redis on a connection of its own; the bell rings as it begins, and at each entry. */
export function readChanges(redisUrl: string, onBell: () => void, onGap: (gap: ChangeGap) => void): Follow {
  return async (onFollowing, closing) => {
    const redis = await connectRedis(redisUrl, { retryStrategy: () => null, commandTimeout: answerMs }, closing);
    const leave = (): void => redis.disconnect();
    closing.addEventListener('abort', leave, { once: true });
    try {
      let seen = await latestInStream(redis);
      onFollowing();
      onBell(); // for what came while nobody read
      while (!closing.aborted) {
        const entries = await readStream(redis, seen ?? 0, blockMs);
        for (const { seq, previous } of entries) {
          if (seen !== null && previous > seen) onGap({ seen, previous });
          seen = seq;
        }
        if (entries.length > 0) onBell();
      }
    } finally {
      closing.removeEventListener('abort', leave);
      leave();
    }
  };
}
