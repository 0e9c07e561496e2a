import { asVigilError } from '@vigil/errors';
import { DelayedError, WaitingError, Worker, type IQueueBackend, type Job, type JobProgress } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckHandler, CheckWorker, ReportError } from './check-queue.js';
import { askForCheck, checkQueueName, tickQueueName, type JobData, type JobQueue } from './jobs.js';
import { keyPrefix } from './keys.js';
import type { QueueBackend } from './queue-backend.js';
import { runAgainAfterMs } from './run-again.js';

/** What a worker is made of. */
export interface CheckWorkerOptions {
  readonly backend: QueueBackend;
  readonly ticks: JobQueue;
  readonly checks: JobQueue;
  readonly handler: CheckHandler;
  readonly concurrency: number;
  readonly onError: ReportError;
  readonly onQueueError: (error: unknown) => void;
}

type JobWorker = Worker<JobData, void, string, IQueueBackend, JobProgress, unknown>;
type JobRunner = (job: Job<JobData, void>, token?: string, signal?: AbortSignal) => Promise<void>;

/**
 * A job whose worker died is seen as stalled once its lock ran out, at the second look at the latest: within
 * 12 + 2 × 4 seconds. A process whose event loop hangs longer than the lock loses its jobs to another.
 */
const liveness = { lockDuration: 12_000, stalledInterval: 4_000, maxStalledCount: 3, runRetryDelay: 1_000 } as const;

/** How long a Check may take to notice that its signal has aborted. */
const surrenderMs = 1_000;

/** How long the queue's server may take to see a worker off. */
const farewellMs = 3_000;

/** A Check that failed for good; kept in the queue by its code alone, since a message may say too much. */
class CheckFailure extends Error {}

/** A worker, and when its server has answered. */
export interface StartedCheckWorker extends CheckWorker {
  readonly ready: Promise<unknown>;
}

/** Starts the two workers of a process: one turns ticks into Checks, one runs Checks. */
export function startCheckWorker(options: CheckWorkerOptions): StartedCheckWorker {
  const { ticks, checks, handler, concurrency, onError } = options;
  const running = new Set<Promise<void>>();
  let closing = false;
  let surrender = false;

  /** Gives a job back to the queue; what it returns is to be thrown, so that BullMQ knows. */
  const giveBack = async (job: Job<JobData, void>, token?: string): Promise<WaitingError> => {
    await job.moveToWait(token);
    return new WaitingError();
  };

  const runCheck: JobRunner = async (job, token, signal) => {
    // One that BullMQ had asked for before this worker was paused.
    if (closing) throw await giveBack(job, token);
    const { targetId } = job.data;
    const attempt = job.attemptsStarted;
    try {
      await handler({ targetId, attempt, signal: signal! });
    } catch (thrown) {
      if (surrender) throw await giveBack(job, token);
      const error = asVigilError(thrown);
      onError(error, targetId);
      const againAfterMs = runAgainAfterMs(error, attempt);
      if (againAfterMs === null) throw new CheckFailure(error.code, { cause: error });
      await job.moveToDelayed(Date.now() + againAfterMs, token);
      throw new DelayedError();
    }
  };
  // BullMQ gives a signal only to a function that names three parameters.
  const trackCheck: JobRunner = (job, token, signal) => {
    const run = runCheck(job, token, signal).finally(() => running.delete(run));
    running.add(run);
    return run;
  };
  const runTick: JobRunner = async ({ data, repeatJobKey }) => {
    // A tick that was due already outlives the removal of its schedule.
    if (await ticks.getJobScheduler(repeatJobKey!)) await askForCheck(checks, data.targetId, { forward: false });
  };

  const checkWorker = openJobWorker(checkQueueName, trackCheck, concurrency, options);
  const tickWorker = openJobWorker(tickQueueName, runTick, 4, options);
  checkWorker.on('failed', (job, error) => {
    if (!(error instanceof CheckFailure)) onError(asVigilError(error), job?.data.targetId ?? null);
  });
  checkWorker.on('lockRenewalFailed', (jobIds) => {
    for (const jobId of jobIds) checkWorker.cancelJob(jobId, 'another worker has this job');
  });

  const close = async (graceMs: number): Promise<void> => {
    closing = true;
    await Promise.all([farewell(tickWorker.close()), checkWorker.pause(true)]);
    await ended(running, graceMs);
    if (running.size > 0) {
      surrender = true;
      checkWorker.cancelAllJobs('the worker is closing');
      await ended(running, surrenderMs);
    }
    await farewell(checkWorker.close(running.size > 0));
  };
  let closed: Promise<void> | null = null;
  return {
    ready: Promise.all([tickWorker.waitUntilReady(), checkWorker.waitUntilReady()]),
    close: (graceMs) => (closed ??= close(graceMs)),
  };
}

function openJobWorker(name: string, run: JobRunner, concurrency: number, options: CheckWorkerOptions): JobWorker {
  const { workerConnection: connection, factory } = options.backend;
  const worker: JobWorker = new Worker(name, run, { connection, prefix: keyPrefix, concurrency, ...liveness }, factory);
  worker.on('error', options.onQueueError);
  return worker;
}

/** Waits until a worker is closed, but for a server that is gone not without end, as BullMQ would. */
async function farewell(closed: Promise<void>): Promise<void> {
  await Promise.race([closed, sleep(farewellMs, undefined, { ref: false })]);
}

/** Waits until nothing runs, or until `ms` milliseconds are over. */
async function ended(running: ReadonlySet<Promise<void>>, ms: number): Promise<void> {
  const timer = new AbortController();
  const over = sleep(ms, true, { signal: timer.signal }).catch(() => true);
  const settle = (run: Promise<void>): Promise<boolean> => run.then(() => false).catch(() => false);
  let isOver = false;
  while (running.size > 0 && !isOver) isOver = await Promise.race([over, ...[...running].map(settle)]);
  timer.abort();
}
