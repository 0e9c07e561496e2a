import { VigilError } from '@vigil/errors';
import { readAttachmentPage } from './attachment-page/read-attachment-page.js';
import {
  readCourtNotice,
  readCourtNoticeBody,
  readNoticeBody,
  readNoticeMail,
} from './court-notice/read-court-notice.js';
import { courtById } from './courts/court-by-id.js';
import { docketReportOf, readDocketReport } from './docket-report/read-docket-report.js';
import { readPage } from './html/read-page.js';
import { isRefused } from './juriscraper/refused-page.js';
import { readCmecfFeed } from './cmecf-feed/read-feed.js';
import { toJuriscraperAttachmentPage } from './juriscraper/attachment-page.js';
import { isSpoiltPage } from './juriscraper/spoilt-page.js';
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

const docketReport: Kind = {
  read: readDocketReport,
  toJuriscraper: (bytes, { court }) =>
    orEmpty(() => {
      const page = readPage(bytes);
      return isRefused(page.html) ? {} : toJuriscraperReport(docketReportOf(page, courtById(court)), court);
    }),
};

const appellateDocket: Kind = {
  read: readAppellateDocket,
  toJuriscraper: (bytes, { court }) => orEmpty(() => toJuriscraperAppellateDocket(readAppellate(bytes, court), court)),
};

/** Every kind of file that is read here, by the names that `vigil parse --kind` knows. */
export const kinds = {
  rss_feeds: {
    read: readCmecfFeed,
    toJuriscraper: (bytes, { court }) => toJuriscraperFeed(readCmecfFeed(bytes, { court }), court),
  },
  dockets_district: docketReport,
  dockets_bankruptcy: docketReport,
  dockets_special: docketReport,
  dockets_fake_rss: docketReport,
  not_dockets: docketReport,
  attachment_pages: {
    read: readAttachmentPage,
    toJuriscraper: (bytes, origin) =>
      orEmpty(() => (isSpoiltPage(bytes) ? {} : toJuriscraperAttachmentPage(readAttachmentPage(bytes, origin)))),
  },
  nef_s3: {
    read: readCourtNotice,
    toJuriscraper: (bytes, origin) => orEmpty(() => toJuriscraperNotice(readNoticeMail(bytes, origin), origin.court)),
  },
  nef_html: {
    read: readCourtNoticeBody,
    toJuriscraper: (bytes, origin) => orEmpty(() => toJuriscraperNotice(readNoticeBody(bytes, origin), origin.court)),
  },
  nda: {
    read: readCourtNotice,
    toJuriscraper: (bytes, origin) => orEmpty(() => toJuriscraperNotice(readNoticeMail(bytes, origin), origin.court)),
  },
  scotus_json: {
    read: readScotusJson,
    toJuriscraper: (bytes) => orEmpty(() => toJuriscraperScotusJson(readScotusJson(bytes))),
  },
  scotus_html: {
    read: readScotusPage,
    toJuriscraper: (bytes) => orEmpty(() => toJuriscraperScotusPage(readScotusPage(bytes))),
  },
  scotus_htm: {
    read: readScotusPage,
    toJuriscraper: (bytes) => orEmpty(() => toJuriscraperScotusPage(readScotusPage(bytes))),
  },
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
} as const satisfies Readonly<Record<string, Kind>>;

/** The name of a kind. */
export type KindName = keyof typeof kinds;
