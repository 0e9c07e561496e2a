export { canonicalJson, hashId } from './identity.js';
export { compareKeys, identityKey, keyRank, keyType, keyTypes, type KeyType } from './keys.js';
export {
  observe,
  type CaseFacts,
  type CaseRef,
  type CaseStatement,
  type CivilDate,
  type DocketEntryFacts,
  type DocketEntryStatement,
  type EventStatement,
  type Instant,
  type Observation,
  type PublicationFacts,
  type PublicationStatement,
  type Statement,
} from './statement.js';
export {
  addCapture,
  capturedAtOf,
  captureKey,
  seenOnce,
  type CaptureNeighbours,
  type Run,
  type SightingRange,
} from './sightings.js';
export { groupByIdentity, type Group } from './group.js';
export { likeness } from './likeness.js';
export type { Keyed, Wording } from './pool.js';
export { byRecord, combineFacts, recordStates, type RecordState, type Sighted } from './history.js';
export type { DocketEntryContent, EventContent, EventState, MergedEvent, OccurredAt, Precision } from './event.js';
export { docketPlace } from './docket-place.js';
export { whatChanged, revisionKinds, type RevisionKind } from './what-changed.js';
export { mergeCase, mergeEvents, type SightedEvent } from './merge.js';
export { candidateIds, eventId, reconcile, type Announced, type IdentifiedEvent, type Step } from './reconcile.js';
export { businessTime, federalHolidays, isBusinessDay } from './calendar/business-time.js';
export { civilDate } from './calendar/civil-date.js';
export { hoursEnd, periodEnd, type PeriodUnit } from './calendar/court-period.js';
export * from './classify/dates/index.js';
export * from './classify/orders/index.js';
export { classify, type Classification, type ClassifyInput } from './classify/classify.js';
export type { Actor } from './classify/actor.js';
export type { Finding } from './classify/finding.js';
export { RULES_VERSION, rules, type RuleText } from './classify/rules.js';
export { tags, type Tag } from './classify/tags.js';
export type { Urgency, UrgencyLevel } from './classify/urgency.js';
