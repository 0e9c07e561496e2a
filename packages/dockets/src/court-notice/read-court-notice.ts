import { VigilError } from '@vigil/errors';
import { courtById } from '../courts/court-by-id.js';
import type { Court } from '../courts/court.js';
import { readBlock, readPage } from '../html/read-page.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import { documentIdOf } from '../identifiers/document-id.js';
import { documentUrl, sequenceOf } from '../identifiers/document-url.js';
import { readMail, type Mail } from '../mail/read-mail.js';
import { scrub } from '../text/scrub.js';
import { tidyOrNull } from '../text/tidy.js';
import type { CourtNotice, NoticedCase, NoticeSystem } from './court-notice.js';
import { labelOf, entryNumberOf } from './notice-label.js';
import { linesOfBlock, linesOfText, type NoticeLine } from './notice-lines.js';
import { readNoticeLines, type PrintedCase, type PrintedNotice } from './read-notice-lines.js';

/** What is known of a notice from outside it. */
export interface NoticeOrigin {
  /** Court id or alias. */
  readonly court: string;
}

/** A notice, and what our record of it leaves out. The addresses are secrets of those whom it was mailed to. */
export interface NoticeReading {
  readonly notice: CourtNotice;
  /** The document's address of each case, with its one-free-look token, or `null`. */
  readonly addresses: readonly (string | null)[];
  /** The docket text of each case without what is bold, italic or coloured in it. */
  readonly unstyledTexts: readonly (string | null)[];
  /** Whether the mail has pictures in it. */
  readonly hasPictures: boolean;
}

/**
 * Reads a notice as it was mailed, or forwarded. Pure. Throws UNKNOWN_COURT, and NOT_A_DOCKET where the bytes are no
 * mail, or a mail that tells of no docket entry (announcements, claims, corrections of a text).
 */
export function readCourtNotice(bytes: Uint8Array, origin: NoticeOrigin): CourtNotice {
  return readNoticeMail(bytes, origin).notice;
}

/** Reads the body of a notice in HTML, without the mail around it. Pure; throws as `readCourtNotice` does. */
export function readCourtNoticeBody(bytes: Uint8Array, origin: NoticeOrigin): CourtNotice {
  return readNoticeBody(bytes, origin).notice;
}

/** The same as `readCourtNotice`, with what that leaves out. */
export function readNoticeMail(bytes: Uint8Array, { court: id }: NoticeOrigin): NoticeReading {
  const court = courtById(id);
  const mail = readMail(bytes);
  const lines = mail.html === null ? linesOfText(mail.plain ?? '') : linesOfBlock(readBlock(mail.html));
  return noticeOf(lines, court, mail);
}

/** The same as `readCourtNoticeBody`, with what that leaves out. */
export function readNoticeBody(bytes: Uint8Array, { court: id }: NoticeOrigin): NoticeReading {
  const court = courtById(id);
  return noticeOf(linesOfBlock(readPage(bytes).body), court, null);
}

function noticeOf(lines: readonly NoticeLine[], court: Court, mail: Mail | null): NoticeReading {
  const printed = readNoticeLines(lines);
  if (printed.cases.length === 0) throw new VigilError('NOT_A_DOCKET', 'the mail names no case');
  const system = systemOf(printed, court);
  const subject = tidyOrNull(mail?.subject);
  const number = system === 'ACMS' && subject !== null ? entryNumberOf(subject, printed.cases[0]!.number ?? '') : null;
  const documents = printed.documents.flatMap((description) => tidyOrNull(description) ?? []);
  const cases = printed.cases.map((each) => caseOf(each, court, number));
  return {
    notice: {
      court: court.id,
      system,
      label: subject === null ? null : labelOf(subject, { system, kind: court.kind, cases, documents }),
      filedOn: printed.filedOn,
      enteredAt: printed.enteredAt,
      sentAt: mail?.sent?.instant ?? null,
      documents,
      cases,
    },
    addresses: printed.cases.map((each) => each.documentLink),
    unstyledTexts: printed.cases.map((each) => tidyOrNull(each.unstyledText)),
    hasPictures: mail?.hasPictures ?? false,
  };
}

function systemOf({ cases }: PrintedNotice, court: Court): NoticeSystem {
  if (cases.some((each) => /^https?:\/\/[\w-]*(?:showdoc|acms)/i.test(each.caseLink ?? ''))) return 'ACMS';
  return court.kind === 'APPELLATE' ? 'NDA' : 'NEF';
}

function caseOf(printed: PrintedCase, court: Court, acmsNumber: string | null): NoticedCase {
  const url = printed.documentLink === null ? null : documentUrl(scrub(printed.documentLink));
  const documentId = url === null ? null : documentIdOf(url);
  const printedNumber = tidyOrNull(printed.number);
  // Panels name the court in front of its number.
  const bare = printedNumber?.replace(/^[A-Z]{2,4}\//, '') ?? null;
  return {
    caption: tidyOrNull(printed.caption),
    printedNumber,
    docketNumber: bare === null ? null : parseDocketNumber(bare, court.kind),
    caseId: caseIdOf(url) ?? caseIdOf(printed.caseLink),
    filer: tidyOrNull(printed.filer),
    closedOn: printed.closedOn,
    number: acmsNumber ?? /^\d+/.exec(printed.documentNumber ?? '')?.[0] ?? null,
    documentId,
    // An address that names no document is all token.
    documentUrl: documentId === null ? null : url,
    sequence: url === null ? null : sequenceOf(url),
    text: tidyOrNull(printed.text),
  };
}

function caseIdOf(link: string | null): string | null {
  return (
    /[?&]caseid=(\d+)|\.pl\?(\d+)/i
      .exec(link ?? '')
      ?.slice(1)
      .find((id) => id !== undefined) ?? null
  );
}
