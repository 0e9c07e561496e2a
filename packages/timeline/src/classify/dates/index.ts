export type { EntryContext, Words } from './context.js';
export { readDeadlines, type DeadlineAction, type DeadlineBasis, type DeadlineReading } from './deadlines.js';
export { readHearings, type HearingAction, type HearingReading, type HearingTime } from './hearings.js';
