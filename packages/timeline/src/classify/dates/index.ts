export { readEntry, type EntryReading } from './entry.js';
export type { EntryContext, Words } from './context.js';
export {
  deadlinesOf,
  readDeadlines,
  type DeadlineAction,
  type DeadlineBasis,
  type DeadlineReading,
} from './deadlines.js';
export { hearingsOf, readHearings, type HearingAction, type HearingReading, type HearingTime } from './hearings.js';
export { inDocketOrder, type EntryReadings, type Sourced } from './chains.js';
export { joinHearings, type Hearing } from './hearing-history.js';
export { filedPaper, joinDeadlines, type Deadline, type DeadlineEntry } from './deadline-history.js';
