/**
 * The two kinds of jobs. BullMQ's schedulers let a job overlap itself and ignore its deduplication, so a
 * schedule only makes a tick, and the tick asks for the Check: a Check waits, runs or is put off once per Target.
 */
import { Queue, type IQueueBackend } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { keyPrefix } from './keys.js';
import type { QueueBackend } from './queue-backend.js';

/** What every job carries. */
export interface JobData {
  readonly targetId: string;
}

/** A queue of either backend. */
export type JobQueue = Queue<JobData, void, string, JobData, void, string, IQueueBackend, unknown>;

/** The queue of the schedules' ticks. */
export const tickQueueName = 'vigil-ticks';
/** The queue of the Checks. */
export const checkQueueName = 'vigil-checks';

const checkOptions = { removeOnComplete: true, removeOnFail: { count: 500, age: 7 * 24 * 3_600 } } as const;

/** Opens one of the two queues; `onError` hears what reaches no caller. */
export function openJobQueue(name: string, backend: QueueBackend, onError: (error: unknown) => void): JobQueue {
  const { connection, factory } = backend;
  const queue: JobQueue = new Queue(name, { connection, prefix: keyPrefix }, factory);
  queue.on('error', onError);
  return queue;
}

/**
 * Asks for a Check of a Target; false where one waits, is put off or runs already. `forward` brings one
 * that is put off forward to now.
 */
export async function askForCheck(
  checks: JobQueue,
  targetId: string,
  { forward }: { readonly forward: boolean },
): Promise<boolean> {
  const jobId = randomUUID();
  const job = await checks.add(
    'check',
    { targetId },
    { ...checkOptions, jobId, deduplication: { id: targetId, reschedule: forward } },
  );
  return job.id === jobId; // else it is the id of the Check that is there already
}

/** Takes back a Target's Check, unless it runs. */
export async function withdrawCheck(checks: JobQueue, targetId: string): Promise<void> {
  const jobId = await checks.getDeduplicationJobId(targetId);
  if (jobId) await checks.remove(jobId);
}
