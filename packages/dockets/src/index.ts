export { courtById, courtOrPublisherById } from './courts/court-by-id.js';
export { courts } from './courts/court-table.js';
export { ownPublisher, publishers } from './courts/publishers.js';
export {
  zoneOf,
  type Court,
  type CourtFeed,
  type CourtKind,
  type DivisionZone,
  type FeedStatus,
} from './courts/court.js';
export { parseDocketNumber, type DocketNumber } from './identifiers/docket-number.js';
export { printedRowId } from './identifiers/printed-row-id.js';
export { decodeBytes } from './text/decode-bytes.js';
export { scrub, scrubbed } from './text/scrub.js';
export type { BankruptcyFacts, FeedItem, FeedRecord, SkippedItem } from './cmecf-feed/feed-record.js';
export { readCmecfFeed, type FeedOrigin } from './cmecf-feed/read-feed.js';
export { readNewsFeed, type NewsFeed, type NewsItem } from './news-feed/read-news-feed.js';
export { harmonizeCaseName } from './juriscraper/case-name.js';
export {
  toJuriscraperFeed,
  type JuriscraperFeedDocket,
  type JuriscraperFeedEntry,
} from './juriscraper/feed-dockets.js';
export type { Attachment, AttachmentPage, ListedDocument } from './attachment-page/attachment-page.js';
export { readAttachmentPage } from './attachment-page/read-attachment-page.js';
export type { CourtNotice, NoticedCase, NoticeSystem } from './court-notice/court-notice.js';
export { redactNotice, longestMail } from './court-notice/redact-notice.js';
export { readMbox, type BoxedMail } from './mail/read-mbox.js';
export { readCourtNotice, readCourtNoticeBody, type NoticeOrigin } from './court-notice/read-court-notice.js';
export type {
  ScotusAttorney,
  ScotusDocket,
  ScotusDocument,
  ScotusEntry,
  ScotusParty,
  ScotusSide,
} from './scotus/scotus-docket.js';
export type { ScotusNotice } from './scotus/scotus-notice.js';
export { readScotusJson } from './scotus/read-scotus-json.js';
export { readScotusMail } from './scotus/read-scotus-mail.js';
export { readScotusPage } from './scotus/read-scotus-page.js';
export type {
  AppellateAttorney,
  AppellateDocket,
  AppellateEntry,
  AppellateParty,
  OriginatingCourt,
  PriorCase,
} from './appellate-docket/appellate-docket.js';
export { readAppellateDocket } from './appellate-docket/read-appellate-docket.js';
export type { AppellateAttachment, AppellateAttachments } from './appellate-attachments/appellate-attachments.js';
export { readAppellateAttachments } from './appellate-attachments/read-appellate-attachments.js';
export type {
  AcmsAttorney,
  AcmsDocket,
  AcmsEntry,
  AcmsOriginatingCase,
  AcmsParty,
  AcmsPerson,
} from './acms/acms-docket.js';
export type { AcmsAttachment, AcmsAttachments } from './acms/acms-attachments.js';
export { readAcmsAttachments } from './acms/read-acms-attachments.js';
export { readAcmsDocket } from './acms/read-acms-docket.js';
export type { CaseFacts } from './case-head/case-facts.js';
export type { CaseHead, Fact, Remark } from './case-head/case-head.js';
export type { CaseQuery } from './case-query/case-query.js';
export { readCaseQuery } from './case-query/read-case-query.js';
export type { DocketHistory, HistoryEntry } from './docket-history/docket-history.js';
export { historyLists } from './docket-history/history-lists.js';
export { readDocketHistory } from './docket-history/read-docket-history.js';
export type {
  Attorney,
  Charge,
  Count,
  CriminalFacts,
  DocketReport,
  Party,
  ReportedEntry,
  ReportedFile,
} from './docket-report/docket-report.js';
export { readDocketReport } from './docket-report/read-docket-report.js';
export type { OpinionPackage, PublishedOpinion } from './govinfo/read-opinion-package.js';
export { readOpinionPackage } from './govinfo/read-opinion-package.js';
export type { PageOrigin } from './html/page-origin.js';
export { judgeName } from './people/judge-name.js';
export { partyType } from './people/party-type.js';
export { kinds, type FileOrigin, type Kind, type KindName } from './kinds.js';
