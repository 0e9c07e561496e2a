import { createRedisBackend, type BackendFactory, type IQueueBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { queueUnreachable } from './queue-error.js';
import type { QueueBackend } from './queue-backend.js';

/** BullMQ on Redis or Valkey, over one shared connection and one more per worker. Throws QUEUE_UNREACHABLE. */
export async function openRedisBackend(redisUrl: string): Promise<QueueBackend> {
  // BullMQ's workers wait for jobs without end, and refuse a client that gives up.
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: null });
  let lastError: unknown = null;
  redis.on('error', (error) => (lastError = error)); // BullMQ reports it too, once a queue listens
  await redis.connect().catch((error: unknown) => {
    redis.disconnect();
    throw queueUnreachable(lastError ?? error); // the event names the cause, the rejection only that it closed
  });
  return {
    factory: createRedisBackend as BackendFactory<IQueueBackend, unknown>,
    connection: redis,
    exclusively: (work) => work(), // each of BullMQ's scripts is atomic there
    close: async () => {
      redis.disconnect();
    },
  };
}
