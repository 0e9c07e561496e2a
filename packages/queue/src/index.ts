export {
  type CheckHandler,
  type CheckJob,
  type CheckQueue,
  type CheckWorker,
  type QueueCounts,
  type Reconciled,
  type ReportError,
  type WantedSchedule,
} from './check-queue.js';
export { openQueue, type QueueOptions } from './open-queue.js';
export { openChangeRelay, type ChangeRelay, type ChangeRelayOptions } from './change-relay.js';
