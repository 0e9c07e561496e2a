import { Redis, type RedisOptions } from 'ioredis';
import type { ReportError } from './check-queue.js';
import { queueUnreachable } from './queue-error.js';
import { factsUnknown, policyTrouble, readFacts, versionTrouble } from './redis-facts.js';

/** How a connection behaves; what answers look like is always the same. */
export type ConnectionOptions = Omit<RedisOptions, 'replyMapping'>;

/** A server may accept a connection and then say nothing. */
const answerMs = 5_000;

class NoAnswer extends Error {}

/** Connects to Redis or Valkey. Throws QUEUE_UNREACHABLE where it does not answer within five seconds, or `signal` aborts. */
export async function connectRedis(redisUrl: string, options: ConnectionOptions, signal?: AbortSignal): Promise<Redis> {
  const redis = new Redis(redisUrl, { ...options, lazyConnect: true });
  let reason: unknown = null;
  // The last one names the cause; who waits for an answer hears of it too. Our own farewell is no cause.
  redis.on('error', (error) => (reason = reason instanceof NoAnswer ? reason : error));
  const late = setTimeout(() => {
    reason = new NoAnswer(`no answer within ${answerMs / 1_000} s`);
    redis.disconnect();
  }, answerMs);
  const leave = (): void => redis.disconnect();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    await redis.connect();
    return redis;
  } catch (error) {
    redis.disconnect();
    throw queueUnreachable(reason ?? error); // the rejection only says that it closed
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', leave);
  }
}

/**
 * Connects to a Redis in which something is to be kept, and makes sure that it is. Throws QUEUE_UNREACHABLE, and
 * QUEUE_UNSAFE where it is too old or evicts; where it does not tell, `onError` hears of that.
 */
export async function openRedis(redisUrl: string, options: ConnectionOptions, onError: ReportError): Promise<Redis> {
  const redis = await connectRedis(redisUrl, options);
  try {
    const facts = await readFacts(redis);
    const trouble = versionTrouble(facts) ?? policyTrouble(facts);
    if (trouble) throw trouble;
    const unknown = factsUnknown(facts);
    if (unknown) onError(unknown, null);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw queueUnreachable(error);
  }
}
