/** The contract of the queue: when a Target is looked at, and that it is looked at once at a time. */
import type { VigilError } from '@vigil/errors';

/** That a Target is to be checked, and how often. */
export interface WantedSchedule {
  /** Without a colon: BullMQ's job ids are joined by it. */
  readonly targetId: string;
  /** Whole milliseconds. */
  readonly everyMs: number;
}

/** How many schedules `reconcile` touched. */
export interface Reconciled {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** One run of a Target. */
export interface CheckJob {
  readonly targetId: string;
  /** 1 at first, more where it runs again after an error, a Retry-After or the death of its worker. */
  readonly attempt: number;
  /** Aborted when the worker must stop at once, or has lost the job to another worker. */
  readonly signal: AbortSignal;
}

/**
 * Runs one Check. What it throws decides what follows: an error with `retryAfterMs` runs again after
 * that time, one whose policy is `retry` a few times with back-off; after any other the Target waits
 * for its next period. It must read the Target anew: a job can outlive the wish for it.
 */
export type CheckHandler = (job: CheckJob) => Promise<void>;

/** A running worker. */
export interface CheckWorker {
  /**
   * Takes no more jobs and waits for those it runs. After `graceMs` milliseconds their signals abort:
   * a Check that ends then is given back to the queue, one that does not is taken up by another worker
   * as if this one had died.
   */
  close(graceMs: number): Promise<void>;
}

/** Checks by state; the ticks of the schedules are not counted. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  /** Put off by Retry-After or back-off. */
  readonly delayed: number;
  /** The latest ones only: old failures are dropped. */
  readonly failed: number;
}

/** Told of every error that reaches no caller; the Target is null where the error is the queue's own. Must not throw. */
export type ReportError = (error: VigilError, targetId: string | null) => void;

/**
 * Schedules and runs Checks: one Target is one job, however many want it, and never overlaps itself.
 * What asks the queue's server throws QUEUE_UNREACHABLE where it does not answer.
 */
export interface CheckQueue {
  /**
   * Makes the schedules equal to `wanted`. A Target that is new here is checked at once and then in its
   * own slot of its period; one that is gone loses its waiting Check too. Safe to repeat, and from many
   * processes at once.
   */
  reconcile(wanted: readonly WantedSchedule[]): Promise<Reconciled>;
  /**
   * Asks for a Check as soon as a worker is free. `queued` is false where one was on its way already
   * (it is brought forward if it was put off) or is running.
   */
  checkNow(targetId: string): Promise<{ readonly queued: boolean }>;
  /** Starts to run Checks, `concurrency` of them at once in this process. */
  work(handler: CheckHandler, options: { readonly concurrency: number }): Promise<CheckWorker>;
  counts(): Promise<QueueCounts>;
  /** Lets go of all connections; a worker still open is closed first, without grace. */
  close(): Promise<void>;
}
