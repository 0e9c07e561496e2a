export {
  completenessOf,
  days,
  defineSource,
  hours,
  minutes,
  seconds,
  type AnySource,
  type Budget,
  type CapturedPage,
  type CheckId,
  type Completeness,
  type DetailSource,
  type Expectations,
  type FeedSource,
  type ListingSource,
  type Milliseconds,
  type ParseContext,
  type PlannedRequest,
  type Skipped,
  type Source,
} from './define-source.js';
export { readPage, type Reading } from './read-page.js';
export type { PageCondition } from './page-marks.js';
export { assertHealthy, assertWholeTables, recognisePage } from './recognise-page.js';
export { oneOrMore } from './one-or-more.js';
export { parseParams } from './parse-params.js';
export { factsOf, recordsOf, type ReadingFacts } from './monitors/facts-of-reading.js';
export { learn, type Normal } from './monitors/normal.js';
export { inspect, type Finding, type MonitorId, type Past } from './monitors/inspect.js';
export { caseStatement } from './case-statement.js';
export { docketEntry, type EntryShape } from './docket-entry.js';
export { publication, type PublicationShape } from './publication.js';
export { textKey } from './text-key.js';
export { withoutBuildDate } from './without-build-date.js';
export { readJson } from './read-json.js';
