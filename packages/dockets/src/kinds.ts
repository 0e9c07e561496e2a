import { VigilError } from '@vigil/errors';
import { attachmentPageOf, readAttachmentPage } from './attachment-page/read-attachment-page.js';
import {
  readCourtNotice,
  readCourtNoticeBody,
  readNoticeBody,
  readNoticeMail,
} from './court-notice/read-court-notice.js';
import { courtById } from './courts/court-by-id.js';
import { caseQueryOf, readCaseQuery } from './case-query/read-case-query.js';
import { docketHistoryOf, readDocketHistory } from './docket-history/read-docket-history.js';
import { toJuriscraperCaseQuery } from './juriscraper/case-query.js';
import { toJuriscraperHistory } from './juriscraper/docket-history.js';
import type { Court } from './courts/court.js';
import { docketReportOf, readDocketReport } from './docket-report/read-docket-report.js';
import { readPage, type Page } from './html/read-page.js';
import { isRefused } from './juriscraper/refused-page.js';
import { readCmecfFeed } from './cmecf-feed/read-feed.js';
import { toJuriscraperAttachmentPage } from './juriscraper/attachment-page.js';
import { toJuriscraperReport } from './juriscraper/docket-report.js';
import { toJuriscraperNotice } from './juriscraper/court-notice.js';
import { toJuriscraperScotusJson, toJuriscraperScotusPage } from './juriscraper/scotus-docket.js';
import { readScotusJson } from './scotus/read-scotus-json.js';
import { readScotusPage } from './scotus/read-scotus-page.js';
import { toJuriscraperFeed } from './juriscraper/feed-dockets.js';
import { toJuriscraperScotusNotice } from './juriscraper/scotus-notice.js';
import { readScotusMail } from './scotus/read-scotus-mail.js';
import { readAppellateAttachments } from './appellate-attachments/read-appellate-attachments.js';
import { readAppellate, readAppellateDocket } from './appellate-docket/read-appellate-docket.js';
import { toJuriscraperAppellateAttachments } from './juriscraper/appellate-attachments.js';
import { toJuriscraperAppellateDocket } from './juriscraper/appellate-docket.js';
import { readAcmsAttachments } from './acms/read-acms-attachments.js';
import { readAcms, readAcmsDocket } from './acms/read-acms-docket.js';
import { toJuriscraperAcmsAttachments } from './juriscraper/acms-attachments.js';
import { toJuriscraperAcmsDocket } from './juriscraper/acms-docket.js';

/** What is known of a file from outside it. */
export interface FileOrigin {
  /** Court id or alias; kinds of the Supreme Court do not look at it. */
  readonly court: string;
  /** Its name, which some kinds need to know what is in it. */
  readonly name: string;
}

/** A kind of file: how it is read, and what juriscraper would make of it. */
export interface Kind {
  /** Our own record. Throws a VigilError where the file is not of this kind. */
  read(bytes: Uint8Array, origin: FileOrigin): unknown;
  /** The record of juriscraper; `{}` where the file is not of this kind. */
  toJuriscraper(bytes: Uint8Array, origin: FileOrigin): unknown;
}

/** What a mapping makes, or `{}` where the file is not of its kind. */
function orEmpty(map: () => unknown): unknown {
  try {
    return map();
  } catch (error) {
    if (error instanceof VigilError && error.code === 'NOT_A_DOCKET') return {};
    throw error;
  }
}

/** A page of CM/ECF that is read once, and looked through for what juriscraper gives up at. */
function pageKind<R>(
  read: Kind['read'],
  recordOf: (page: Page, court: Court) => R,
  map: (record: R, courtId: string) => unknown,
): Kind {
  return {
    read,
    toJuriscraper: (bytes, { court }) =>
      orEmpty(() => {
        const page = readPage(bytes);
        return isRefused(page.html) ? {} : map(recordOf(page, courtById(court)), court);
      }),
  };
}

const docketReport = pageKind(readDocketReport, docketReportOf, toJuriscraperReport);

const appellateDocket: Kind = {
  read: readAppellateDocket,
  toJuriscraper: (bytes, { court }) => orEmpty(() => toJuriscraperAppellateDocket(readAppellate(bytes, court), court)),
};

const noticeMail: Kind = {
  read: readCourtNotice,
  toJuriscraper: (bytes, origin) => orEmpty(() => toJuriscraperNotice(readNoticeMail(bytes, origin), origin.court)),
};

const scotusPage: Kind = {
  read: readScotusPage,
  toJuriscraper: (bytes) => orEmpty(() => toJuriscraperScotusPage(readScotusPage(bytes))),
};

const table = {
  rss_feeds: {
    read: readCmecfFeed,
    toJuriscraper: (bytes, { court }) => toJuriscraperFeed(readCmecfFeed(bytes, { court }), court),
  },
  dockets_district: docketReport,
  dockets_bankruptcy: docketReport,
  dockets_special: docketReport,
  dockets_fake_rss: docketReport,
  not_dockets: docketReport,
  docket_history_reports: pageKind(readDocketHistory, docketHistoryOf, toJuriscraperHistory),
  case_queries: pageKind(readCaseQuery, caseQueryOf, toJuriscraperCaseQuery),
  attachment_pages: pageKind(readAttachmentPage, attachmentPageOf, toJuriscraperAttachmentPage),
  nef_s3: noticeMail,
  nef_html: {
    read: readCourtNoticeBody,
    toJuriscraper: (bytes, origin) => orEmpty(() => toJuriscraperNotice(readNoticeBody(bytes, origin), origin.court)),
  },
  nda: noticeMail,
  scotus_json: {
    read: readScotusJson,
    toJuriscraper: (bytes) => orEmpty(() => toJuriscraperScotusJson(readScotusJson(bytes))),
  },
  scotus_html: scotusPage,
  scotus_htm: scotusPage,
  scotus_email: {
    read: readScotusMail,
    toJuriscraper: (bytes) => orEmpty(() => toJuriscraperScotusNotice(readScotusMail(bytes))),
  },
  dockets_appellate: appellateDocket,
  not_appellate_dockets: appellateDocket,
  appellate_attachment_pages: {
    read: readAppellateAttachments,
    toJuriscraper: (bytes, origin) =>
      orEmpty(() => toJuriscraperAppellateAttachments(readAppellateAttachments(bytes, origin))),
  },
  dockets_acms: {
    read: readAcmsDocket,
    toJuriscraper: (bytes, { court }) => orEmpty(() => toJuriscraperAcmsDocket(readAcms(bytes, court), court)),
  },
  acms_attachment_pages: {
    read: readAcmsAttachments,
    toJuriscraper: (bytes, origin) => orEmpty(() => toJuriscraperAcmsAttachments(readAcmsAttachments(bytes, origin))),
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** The name of a kind. */
export type KindName = keyof typeof table;

/** Every kind of file that is read here, by the names that `vigil parse --kind` knows. */
export const kinds: Readonly<Record<KindName, Kind>> = table;
