import type { DocketNumber } from '../identifiers/docket-number.js';

/** What sent a notice: CM/ECF of a trial court, CM/ECF of a court of appeals, or the latter's successor ACMS. */
export type NoticeSystem = 'NEF' | 'NDA' | 'ACMS';

/** One case to which the entry was docketed. */
export interface NoticedCase {
  /** `Case Name:`, as printed. */
  readonly caption: string | null;
  /** `Case Number:`, as printed; panels print another court's with its letters in front (`NYE/1:21-cv-90960`). */
  readonly printedNumber: string | null;
  /** The same, taken apart; `null` where it follows no known form. */
  readonly docketNumber: DocketNumber | null;
  /** The court's id of the case, from the document's link or the case's. */
  readonly caseId: string | null;
  /** `Filer:`. */
  readonly filer: string | null;
  /** `WARNING: CASE CLOSED on …`, a date. */
  readonly closedOn: string | null;
  /** The entry's number (`Document Number:`; ACMS: in the subject); `null` for entries without one. */
  readonly number: string | null;
  readonly documentId: string | null;
  /** Without its one-free-look token; `null` without a document, and in ACMS, where the address is the token. */
  readonly documentUrl: string | null;
  /** The court's row id of the entry; known where a trial court's entry has a document. */
  readonly sequence: string | null;
  /** `Docket Text:`. */
  readonly text: string | null;
}

/**
 * A court's notice that one entry was docketed (Notice of Electronic Filing, Notice of Docket Activity). Whom it
 * was mailed to is not read.
 */
export interface CourtNotice {
  /** Court id. */
  readonly court: string;
  readonly system: NoticeSystem;
  /** Short description of the entry, from the subject; `null` without a subject. */
  readonly label: string | null;
  /** `filed on …`, a date. */
  readonly filedOn: string | null;
  /** `entered on …`, a date in the court's zone. */
  readonly enteredOn: string | null;
  /** `entered on … at …`, in UTC (`YYYY-MM-DDTHH:mm:ss.sssZ`); `null` where no zone is printed. */
  readonly enteredAt: string | null;
  /** The mail's `Date:`, else its last `Received:`, in UTC; `null` for a mail's body alone. */
  readonly sentAt: string | null;
  /** `Document description:` of each document, in the notice's order; those of each case where there are several. */
  readonly documents: readonly string[];
  /** Never empty. */
  readonly cases: readonly NoticedCase[];
}
