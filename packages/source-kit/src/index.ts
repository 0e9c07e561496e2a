export {
  completenessOf,
  defineSource,
  hours,
  minutes,
  seconds,
  type AnySource,
  type CapturedPage,
  type Completeness,
  type DetailSource,
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
export { assertHealthy, recognisePage } from './recognise-page.js';
export { parseParams } from './parse-params.js';
