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
export { openChangePublisher, type ChangePublisher, type ChangePublisherOptions } from './change-publisher.js';
export { openGateStore, type GateStoreOptions, type SharedGateStore } from './gate-store.js';
export { readRedisHealth, type RedisHealth } from './redis-health.js';
export { policyTrouble, versionTrouble, type RedisFacts } from './redis-facts.js';
