export { startCourthouse, type Courthouse, type CourthouseOptions } from './courthouse.js';
export { courtAddress, type CourtAddress } from './court-address.js';
export type { Fault, FaultKind, FaultPlan } from './fault.js';
export type { EntryState, Life, LifeEntry, Sheet, SheetRow, Showing } from './life/life.js';
export { playLife } from './life/play-life.js';
export { foundingStory } from './founding-story.js';
export type { RecordedPage } from './recorded-pages.js';
export type { BudgetOverrun, RequestLogEntry } from './request-log.js';
export {
  loadScenario,
  parseScenario,
  type Scenario,
  type ScenarioCase,
  type ScenarioCourt,
  type ScenarioEntry,
  type ScenarioFile,
} from './scenario.js';
export { elapsedAt, virtualAt, type Beat, type Timetable } from './timetable.js';
export { VirtualClock, type VirtualClockOptions } from './virtual-clock.js';
