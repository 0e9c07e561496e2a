import type { QueueCounts } from './check-queue.js';
import { checkQueueName } from './jobs.js';
import { keyPrefix } from './keys.js';
import { connectRedis } from './open-redis.js';
import { queueUnreachable } from './queue-error.js';
import { readFacts, type RedisFacts } from './redis-facts.js';

/** What a Redis tells who only looks. */
export interface RedisHealth extends RedisFacts {
  readonly checks: QueueCounts & {
    /** How long the oldest of the waiting Checks has waited, in milliseconds; null where none waits. */
    readonly longestWaitMs: number | null;
  };
}

const key = (name: string): string => `${keyPrefix}:${checkQueueName}:${name}`;

/**
 * Looks at a Redis and changes nothing: the keys are read as BullMQ lays them out, since opening a queue of it writes.
 * Throws QUEUE_UNREACHABLE.
 */
export async function readRedisHealth(redisUrl: string): Promise<RedisHealth> {
  const redis = await connectRedis(redisUrl, { maxRetriesPerRequest: 0, connectTimeout: 5_000, commandTimeout: 5_000 });
  try {
    const facts = await readFacts(redis);
    const [waiting, active, delayed, failed, oldest, [seconds]] = await Promise.all([
      redis.llen(key('wait')),
      redis.llen(key('active')),
      redis.zcard(key('delayed')),
      redis.zcard(key('failed')),
      redis.lindex(key('wait'), -1),
      redis.time(),
    ]);
    const asked = oldest === null ? null : await redis.hget(key(oldest), 'timestamp');
    const longestWaitMs = asked === null ? null : Math.max(0, Number(seconds) * 1_000 - Number(asked));
    return { ...facts, checks: { waiting, active, delayed, failed, longestWaitMs } };
  } catch (error) {
    throw queueUnreachable(error);
  } finally {
    redis.disconnect();
  }
}
