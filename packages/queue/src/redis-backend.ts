import { createRedisBackend, type BackendFactory, type IQueueBackend } from 'bullmq';
import type { ReportError } from './check-queue.js';
import { openRedis } from './open-redis.js';
import type { QueueBackend } from './queue-backend.js';

/**
 * BullMQ on Redis or Valkey, over one shared connection and one more per worker. Throws QUEUE_UNREACHABLE or
 * QUEUE_UNSAFE.
 */
export async function openRedisBackend(redisUrl: string, onError: ReportError): Promise<QueueBackend> {
  // BullMQ's workers wait for jobs without end, and refuse a client that gives up.
  const redis = await openRedis(redisUrl, { maxRetriesPerRequest: null }, onError);
  return {
    factory: createRedisBackend as BackendFactory<IQueueBackend, unknown>,
    connection: redis,
    exclusively: (work) => work(), // each of BullMQ's scripts is atomic there
    close: async () => {
      redis.disconnect();
    },
  };
}
