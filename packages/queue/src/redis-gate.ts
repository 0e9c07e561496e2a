import type { RobotsText } from '@vigil/fetcher';
import type { Redis } from 'ioredis';
import type { ReportError } from './check-queue.js';
import type { GateCells } from './gate-cells.js';
import { keyPrefix } from './keys.js';
import { openRedis, type ConnectionOptions } from './open-redis.js';
import { queueUnreachable } from './queue-error.js';

/** A publisher's pause and a lease last a day at most: after two, a state says nothing any more. */
const keptMs = 2 * 24 * 3_600_000;

/** Who waits for the gate is told soon that there is none; what was perhaps done already is not done again. */
const impatient: ConnectionOptions = {
  maxRetriesPerRequest: 1,
  commandTimeout: 5_000,
  socketTimeout: 5_000,
  autoResendUnfulfilledCommands: false,
};

const replaceScript = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1`;

const stateKey = (domain: string): string => `${keyPrefix}:gate:${domain}`;
const robotsKey = (origin: string): string => `${keyPrefix}:robots:${origin}`;

/** The gate's states in Redis. Throws QUEUE_UNREACHABLE and QUEUE_UNSAFE. */
export async function openRedisGateCells(redisUrl: string, onError: ReportError): Promise<GateCells> {
  const redis = await openRedis(redisUrl, impatient, onError);
  const ask = async <T>(question: (redis: Redis) => Promise<T>): Promise<T> => {
    try {
      return await question(redis);
    } catch (error) {
      throw queueUnreachable(error);
    }
  };
  return {
    read: (domain) =>
      ask(async () => {
        // One connection answers in the order asked: the time is never older than the state.
        const [text, [seconds, micros]] = await Promise.all([redis.get(stateKey(domain)), redis.time()]);
        return { text, now: Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000) };
      }),
    replace: (domain, before, after) =>
      ask(async () => (await redis.eval(replaceScript, 1, stateKey(domain), before ?? '', after, keptMs)) === 1),
    recallRobots: (origin) =>
      ask(async () => {
        const kept = await redis.get(robotsKey(origin));
        return kept === null ? null : (JSON.parse(kept) as RobotsText);
      }),
    keepRobots: (origin, robots, ms) =>
      ask(async () => void (await redis.set(robotsKey(origin), JSON.stringify(robots), 'PX', Math.ceil(ms)))),
    close: async () => redis.disconnect(),
  };
}
