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
import { courtOfNotice } from './court-of-notice.js';
import { labelOf, entryNumberOf } from './notice-label.js';
import { linesOfBlock, linesOfText, type NoticeLine } from './notice-lines.js';
import { readNoticeLines, type DocketText, type PrintedCase, type PrintedNotice } from './read-notice-lines.js';

/** What is known of a notice from outside it. */
export interface NoticeOrigin {
  /** Court id or alias; left out where the mail is to say it. */
  readonly court?: string;
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
 * Reads a notice as it was mailed, or forwarded, or redacted. Pure. Throws UNKNOWN_COURT, and NOT_A_DOCKET where the bytes are no
 * mail, or a mail that tells of no docket entry (announcements, claims, corrections of a text).
 */
export function readCourtNotice(bytes: Uint8Array, origin: NoticeOrigin): CourtNotice {
  return readNoticeMail(bytes, origin).notice;
}

/** Reads the body of a notice in HTML, without the mail around it. Pure; throws as `readCourtNotice` does. */
export function readCourtNoticeBody(bytes: Uint8Array, origin: Required<NoticeOrigin>): CourtNotice {
  return readNoticeBody(bytes, origin).notice;
}

/** The same as `readCourtNotice`, with what that leaves out. */
export function readNoticeMail(bytes: Uint8Array, { court: id }: NoticeOrigin): NoticeReading {
  const court = id === undefined ? null : courtById(id);
  const mail = readMail(bytes);
  const printed = readNoticeLines(linesOf(mail));
  return noticeOf(printed, court ?? courtOfNotice(printed, mail), mail);
}

/** The same as `readCourtNoticeBody`, with what that leaves out. */
export function readNoticeBody(bytes: Uint8Array, { court: id }: Required<NoticeOrigin>): NoticeReading {
  const court = courtById(id);
  return noticeOf(readNoticeLines(linesOfBlock(readPage(bytes).body)), court, null);
}

/** The lines of a mail's text. */
export function linesOf({ html, plain }: Pick<Mail, 'html' | 'plain'>): readonly NoticeLine[] {
  return html === null ? linesOfText(plain ?? '') : linesOfBlock(readBlock(html));
}

function noticeOf(printed: PrintedNotice, court: Court, mail: Mail | null): NoticeReading {
  if (printed.cases.length === 0) throw new VigilError('NOT_A_DOCKET', 'the mail names no case');
  const system = systemOf(printed, court);
  const subject = tidyOrNull(mail?.subject);
  const number = system === 'ACMS' && subject !== null ? entryNumberOf(subject, printed.cases[0]!.number ?? '') : null;
  const documents = printed.documents.flatMap((description) => tidyOrNull(description) ?? []);
  const texts = new Map(
    printed.cases.flatMap(({ docketText: each }) => (each === null ? [] : [[each, tidyTextOf(each)] as const])),
  );
  const textOf = ({ docketText }: PrintedCase): TidyText => (docketText && texts.get(docketText)) ?? noText;
  const cases = printed.cases.map((each) => caseOf(each, court, { acmsNumber: number, text: textOf(each).text }));
  return {
    notice: {
      court: court.id,
      system,
      label: subject === null ? null : labelOf(subject, { system, kind: court.kind, cases, documents }),
      filedOn: printed.filedOn,
      enteredOn: printed.enteredOn,
      enteredAt: printed.enteredAt,
      sentAt: mail?.sent?.instant ?? null,
      documents,
      cases,
    },
    addresses: printed.cases.map((each) => each.documentLink),
    unstyledTexts: printed.cases.map((each) => textOf(each).unstyled),
    hasPictures: mail?.hasPictures ?? false,
  };
}

interface TidyText {
  readonly text: string | null;
  readonly unstyled: string | null;
}

const noText: TidyText = { text: null, unstyled: null };

const tidyTextOf = ({ text, unstyled }: DocketText): TidyText => ({
  text: tidyOrNull(text),
  unstyled: tidyOrNull(unstyled),
});

function systemOf({ cases }: PrintedNotice, court: Court): NoticeSystem {
  if (cases.some((each) => /^https?:\/\/[\w-]*(?:showdoc|acms)/i.test(each.caseLink ?? ''))) return 'ACMS';
  return court.kind === 'APPELLATE' ? 'NDA' : 'NEF';
}

function caseOf(
  printed: PrintedCase,
  court: Court,
  { acmsNumber, text }: { readonly acmsNumber: string | null; readonly text: string | null },
): NoticedCase {
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
    text,
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
