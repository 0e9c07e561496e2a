import type { AppellateAttachment } from '../appellate-attachments/appellate-attachments.js';
import type { DocketNumber } from '../identifiers/docket-number.js';
import type { PrintedAttorney, PrintedParty } from '../people/appellate-party.js';
import type { Receipt } from '../receipt/receipt.js';

/** The case below, from “Originating Court Information”. */
export interface OriginatingCourt {
  /** Court id, from the host of the link; `null` for agencies. */
  readonly court: string | null;
  /** `District:` in front of the colon: the court's or agency's code and office (`0971-4`, `BIA-1`). */
  readonly code: string | null;
  /** `District:` behind it: the number below; alien numbers of the immigration courts are removed. */
  readonly number: string | null;
  /** `Trial Judge:`, as printed. */
  readonly trialJudge: string | null;
  /** `Ordering Judge:`, as printed. */
  readonly orderingJudge: string | null;
  /** `Court Reporter:`, each. */
  readonly courtReporters: readonly string[];
  readonly filedOn: string | null;
  /** `Date Order/Judgment:` */
  readonly judgmentOn: string | null;
  /** `Date Order/Judgment EOD:` */
  readonly judgmentEnteredOn: string | null;
  /** `Date NOA Filed:` */
  readonly noticeOfAppealOn: string | null;
  /** `Date Rec'd COA:` */
  readonly receivedOn: string | null;
}

/** An earlier appeal of the case. */
export interface PriorCase {
  readonly number: string | null;
  readonly filedOn: string | null;
  readonly disposedOn: string | null;
  readonly disposition: string | null;
}

/** An attorney of an appeal, or a party who appears without one; `(see above)` is replaced by what it points to. */
export type AppellateAttorney = PrintedAttorney;

/** A party of an appeal. Its notes are such as numbers of prisoners; alien numbers are removed. */
export interface AppellateParty extends PrintedParty {
  readonly attorneys: readonly AppellateAttorney[];
}

/** A docket entry of an appeal. */
export interface AppellateEntry {
  /** First column; `null` where it holds no date. */
  readonly filedOn: string | null;
  /** `[Entered: …]` at the end of the text, in the court's time: `YYYY-MM-DDTHH:mm`. */
  readonly enteredAt: string | null;
  /** Courts that number their entries print it in the second column. */
  readonly number: string | null;
  readonly documentId: string | null;
  readonly documentUrl: string | null;
  /** The court's row id, the value of the checkbox; reports without checkboxes do not tell it. */
  readonly sequence: string | null;
  /** `3 pg, 94.2 KB` */
  readonly pages: number | null;
  readonly size: string | null;
  /** Each of its documents, where the report was made with them. */
  readonly attachments: readonly AppellateAttachment[];
  readonly text: string;
}

/** A docket of a court of appeals: CM/ECF's “General Docket” (`TransportRoom`). */
export interface AppellateDocket {
  /** Court id. */
  readonly court: string;
  /** `Court of Appeals Docket #:` */
  readonly printedNumber: string;
  /** The same, taken apart; `null` where it follows no known form. */
  readonly docketNumber: DocketNumber | null;
  /** The short caption, which has no label. */
  readonly caption: string | null;
  /** The long caption, where the report has one. */
  readonly longCaption: string | null;
  readonly docketedOn: string | null;
  readonly terminatedOn: string | null;
  readonly natureOfSuit: string | null;
  readonly appealFrom: string | null;
  readonly feeStatus: string | null;
  /** `Case Type Information:`, up to three. */
  readonly caseTypes: readonly string[];
  readonly originatingCourt: OriginatingCourt | null;
  readonly priorCases: readonly PriorCase[];
  /** Initials. */
  readonly panel: readonly string[];
  readonly heardOn: string | null;
  readonly parties: readonly AppellateParty[];
  readonly entries: readonly AppellateEntry[];
  /** `null` on a page without one. */
  readonly receipt: Receipt | null;
}
