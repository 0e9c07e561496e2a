import type { BackendFactory, IQueueBackend } from 'bullmq';

/** Where BullMQ keeps its jobs: what its queues and workers are built with, and how to let go of it. */
export interface QueueBackend {
  readonly factory: BackendFactory<IQueueBackend, unknown>;
  /** Shared by every queue and worker of this process. */
  readonly connection: unknown;
  /** Runs `work` while no other process does: BullMQ's schedulers on Postgres cannot be written by two at once. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
