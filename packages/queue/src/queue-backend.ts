import type { BackendFactory, IQueueBackend } from 'bullmq';

/** Where BullMQ keeps its jobs: what its queues and workers are built with, and how to let go of it. */
export interface QueueBackend {
  readonly factory: BackendFactory<IQueueBackend, unknown>;
  /** Shared by the queues of this process: who asks is told within seconds that there is no answer. */
  readonly connection: unknown;
  /** Shared by its workers, which wait for a server that is gone until it is back. */
  readonly workerConnection: unknown;
  /** Runs `work` while no other process does: BullMQ's schedulers on Postgres cannot be written by two at once. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
