export { courtById } from './courts/court-by-id.js';
export { courts } from './courts/court-table.js';
export {
  zoneOf,
  type Court,
  type CourtFeed,
  type CourtKind,
  type DivisionZone,
  type FeedStatus,
} from './courts/court.js';
export { parseDocketNumber, type DocketNumber } from './identifiers/docket-number.js';
export { decodeBytes } from './text/decode-bytes.js';
export { scrub, scrubbed } from './text/scrub.js';
export type { BankruptcyFacts, FeedItem, FeedRecord, SkippedItem } from './cmecf-feed/feed-record.js';
export { readCmecfFeed, type FeedOrigin } from './cmecf-feed/read-feed.js';
export { harmonizeCaseName } from './juriscraper/case-name.js';
export {
  toJuriscraperFeed,
  type JuriscraperFeedDocket,
  type JuriscraperFeedEntry,
} from './juriscraper/feed-dockets.js';
