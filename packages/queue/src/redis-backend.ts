import { createRedisBackend, type BackendFactory, type IQueueBackend } from 'bullmq';
import type { ReportError } from './check-queue.js';
import { connectRedis, openRedis, type ConnectionOptions } from './open-redis.js';
import type { QueueBackend } from './queue-backend.js';

const impatient: ConnectionOptions = { maxRetriesPerRequest: 1, commandTimeout: 10_000, socketTimeout: 10_000 };
/**
 * BullMQ's workers wait for jobs without end, and refuse a client that gives up. They ask anew every ten seconds at least, so
 * a connection that is silent for longer is dead.
 */
const patient: ConnectionOptions = { maxRetriesPerRequest: null, socketTimeout: 20_000 };

/**
 * BullMQ on Redis or Valkey, over one connection for those who ask, one for the workers and one more per worker. Throws
 * QUEUE_UNREACHABLE or QUEUE_UNSAFE.
 */
export async function openRedisBackend(redisUrl: string, onError: ReportError): Promise<QueueBackend> {
  const redis = await openRedis(redisUrl, impatient, onError);
  const workers = await connectRedis(redisUrl, patient).catch((error: unknown) => {
    redis.disconnect();
    throw error;
  });
  return {
    factory: createRedisBackend as BackendFactory<IQueueBackend, unknown>,
    connection: redis,
    workerConnection: workers,
    exclusively: (work) => work(), // each of BullMQ's scripts is atomic there
    close: async () => {
      redis.disconnect();
      workers.disconnect();
    },
  };
}
