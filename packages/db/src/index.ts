export { openDatabase, type Database, type DatabaseOptions } from './open-database.js';
export { databaseClock, type DatabaseClock } from './database-clock.js';
export { asConnectError, asDatabaseError } from './database-error.js';
export { migrate } from './migrate.js';
export { asOrganisation, ensureLocalOrganisation, localOrganisationId } from './organisation.js';
export { inTransaction, type Transaction } from './transaction.js';
export { record } from './record/record.js';
export { finishLook, recordDelivery, type DeliveryInput, type FinishedLook } from './record/record-delivery.js';
export { preview, type PreviewedChange } from './record/preview.js';
export { recordFailure, type FailureInput } from './record/record-failure.js';
export {
  rederiveTarget,
  type Correction,
  type RederiveOptions,
  type Rederived,
  type Reread,
} from './record/rederive.js';
export { settleConflict, type Settlement } from './record/settle-conflict.js';
export { changeChannel } from './record/announce.js';
export type { BodyFacts, CaptureFacts, CheckFacts, Recorded, RecordInput } from './record/input.js';
export type { EventRow, RevisionRow } from './read/event-row.js';
export {
  takesCourt,
  timelinePage,
  type TimelineFilter,
  type TimelineKey,
  type TimelineOrder,
  type TimelinePage,
  type TimelineRequest,
} from './read/timeline-page.js';
export { countTimeline } from './read/timeline-count.js';
export { changesAfter, headOfChanges, oldestChange, type ChangeRow } from './read/changes.js';
export { matchWords, type Wording } from './read/match-words.js';
export { eventsByKey, revisionsOf, type EventKey } from './read/events.js';
export { evidenceOf, type EvidenceCapture, type EvidenceRow } from './read/evidence.js';
export { casesByAlias, casesById, listCases, type CaseListRequest, type CaseRow } from './read/cases.js';
export { hasWholeDocket, targetsThatShow, unseenNumbers, type UnseenNumbers } from './read/case-sight.js';
export { conflictById, listConflicts, type ConflictListRequest, type ConflictRow } from './read/conflicts.js';
export { checksOf, coverageOf, type CheckRow, type CoverageRow } from './read/coverage.js';
export type { KeyedCapture } from './read/captures.js';
export { heldCaptures } from './read/held-captures.js';
export { latestCapture, type LatestCapture } from './read/latest-capture.js';
export {
  ensureTarget,
  listTargets,
  targetId,
  targetsById,
  watchedTargetsBy,
  type TargetName,
  type TargetRow,
} from './watching/targets.js';
export {
  addWatch,
  changeWatch,
  demandChannel,
  listWatches,
  type WatchRow,
  type WatchStep,
  type WatchWish,
} from './watching/watches.js';
export {
  askRelease,
  endQuarantine,
  healthOf,
  learnOf,
  quarantine,
  type HealthFinding,
  type HealthRow,
  type Lesson,
  type Quarantine,
} from './watching/health.js';
export { refreshDemand, type Demand, type Pace } from './watching/demand.js';
export { withTargetLock } from './watching/target-lock.js';
