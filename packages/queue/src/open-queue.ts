import { VigilError } from '@vigil/errors';
import type { CheckHandler, CheckQueue, CheckWorker, QueueCounts, ReportError } from './check-queue.js';
import type { Reconciled, WantedSchedule } from './check-queue.js';
import { startCheckWorker } from './check-worker.js';
import { askForCheck, checkQueueName, openJobQueue, tickQueueName, withdrawCheck, type JobQueue } from './jobs.js';
import { openPostgresBackend } from './postgres-backend.js';
import type { QueueBackend } from './queue-backend.js';
import { queueErrorReporter, queueUnreachable } from './queue-error.js';
import { openRedisBackend } from './redis-backend.js';
import { planSchedules } from './schedule-plan.js';
import { dropSchedule, listSchedules, writeSchedule } from './schedules.js';

/** Where the queue is kept. */
export interface QueueOptions {
  readonly databaseUrl: string;
  /** Redis or Valkey; null or absent: the jobs are kept in the database. */
  readonly redisUrl?: string | null;
  readonly onError: ReportError;
}

/**
 * Opens the queue. Throws QUEUE_UNREACHABLE, QUEUE_UNSAFE where Redis is too old or may throw jobs away, or
 * SCHEMA_MISMATCH where a newer release used the database.
 */
export async function openQueue({ databaseUrl, redisUrl, onError }: QueueOptions): Promise<CheckQueue> {
  const backend = redisUrl ? await openRedisBackend(redisUrl, onError) : await openPostgresBackend(databaseUrl);
  const queue = new BullCheckQueue(backend, onError);
  await queue.waitUntilReady();
  return queue;
}

class BullCheckQueue implements CheckQueue {
  readonly #backend: QueueBackend;
  readonly #ticks: JobQueue;
  readonly #checks: JobQueue;
  readonly #onError: ReportError;
  readonly #onQueueError: (error: unknown) => void;
  readonly #workers: CheckWorker[] = [];
  readonly #asked = new Set<Promise<unknown>>();
  #closed: Promise<void> | null = null;
  #quiet = false;

  constructor(backend: QueueBackend, onError: ReportError) {
    this.#backend = backend;
    this.#onError = onError;
    const report = queueErrorReporter(onError);
    this.#onQueueError = (error) => {
      if (!this.#quiet) report(error); // connections that are let go may still complain
    };
    this.#ticks = openJobQueue(tickQueueName, backend, this.#onQueueError);
    this.#checks = openJobQueue(checkQueueName, backend, this.#onQueueError);
  }

  async waitUntilReady(): Promise<void> {
    await this.#ask(() => Promise.all([this.#ticks.waitUntilReady(), this.#checks.waitUntilReady()]));
  }

  reconcile(wanted: readonly WantedSchedule[]): Promise<Reconciled> {
    return this.#ask(() => this.#backend.exclusively(() => this.#reconcile(wanted)));
  }

  async checkNow(targetId: string): Promise<{ readonly queued: boolean }> {
    return { queued: await this.#ask(() => askForCheck(this.#checks, targetId, { forward: true })) };
  }

  async work(handler: CheckHandler, { concurrency }: { readonly concurrency: number }): Promise<CheckWorker> {
    return await this.#ask(async () => {
      const worker = startCheckWorker({
        backend: this.#backend,
        ticks: this.#ticks,
        checks: this.#checks,
        handler,
        concurrency,
        onError: this.#onError,
        onQueueError: this.#onQueueError,
      });
      this.#workers.push(worker);
      await worker.ready;
      return worker;
    });
  }

  async counts(): Promise<QueueCounts> {
    const counts = await this.#ask(() => this.#checks.getJobCounts('waiting', 'active', 'delayed', 'failed'));
    const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
    return { waiting, active, delayed, failed };
  }

  close(): Promise<void> {
    this.#closed ??= this.#letGo();
    return this.#closed;
  }

  async #reconcile(wanted: readonly WantedSchedule[]): Promise<Reconciled> {
    const { add, change, drop, gone } = planSchedules(wanted, await listSchedules(this.#ticks), Date.now());
    // The Check first: were this to die in between, the Target would still be new to the next who tries.
    await this.#inBatches(add, (schedule) => askForCheck(this.#checks, schedule.targetId, { forward: false }));
    await this.#inBatches([...add, ...change], (schedule) => writeSchedule(this.#ticks, schedule));
    await this.#inBatches(drop, (key) => dropSchedule(this.#ticks, key));
    await this.#inBatches(gone, (targetId) => withdrawCheck(this.#checks, targetId));
    return { added: add.length, changed: change.length, removed: gone.length };
  }

  /** Not all at once: who waits too long for one of the few connections is refused, and closing waits for a batch. */
  async #inBatches<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
    for (let start = 0; start < items.length; start += 100) {
      this.#assertOpen();
      await Promise.all(items.slice(start, start + 100).map(work));
    }
  }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    this.#assertOpen();
    const asked = question();
    this.#asked.add(asked);
    try {
      return await asked;
    } catch (error) {
      throw queueUnreachable(error);
    } finally {
      this.#asked.delete(asked);
    }
  }

  /** What BullMQ is asked after its close is never answered on Postgres, nor refused. */
  #assertOpen(): void {
    if (this.#closed) throw new VigilError('QUEUE_UNREACHABLE', 'the queue is closed');
  }

  async #letGo(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close(0)));
    await Promise.allSettled(this.#asked);
    await Promise.all([this.#ticks.close(), this.#checks.close()]);
    this.#quiet = true;
    await this.#backend.close();
  }
}
