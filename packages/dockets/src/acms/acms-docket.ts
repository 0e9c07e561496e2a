import type { DocketNumber } from '../identifiers/docket-number.js';
import type { PrintedAttorney, PrintedParty } from '../people/appellate-party.js';

/** Somebody who had a part in the case below. */
export interface AcmsPerson {
  /** With the office (`…, Senior District Judge`). */
  readonly name: string;
  /** `Trial Judge` */
  readonly role: string | null;
}

/** A case below. */
export interface AcmsOriginatingCase {
  /** Alien numbers are removed. */
  readonly number: string | null;
  readonly filedOn: string | null;
  readonly judgmentOn: string | null;
  readonly judgmentEnteredOn: string | null;
  readonly noticeOfAppealOn: string | null;
  readonly people: readonly AcmsPerson[];
}

/** An attorney of an appeal, or a party who appears without one. The end of an appearance is a line of `contact`. */
export type AcmsAttorney = PrintedAttorney;

/** A party of an appeal. Alien numbers are removed from its notes. */
export interface AcmsParty extends PrintedParty {
  readonly attorneys: readonly AcmsAttorney[];
}

/** A docket entry of an appeal. */
export interface AcmsEntry {
  readonly number: number | null;
  /** The entry's id, a UUID. */
  readonly entryId: string | null;
  readonly filedOn: string | null;
  /** `[Entered: …]` at the end of the text, in the court's time: `YYYY-MM-DDTHH:mm`. */
  readonly enteredAt: string | null;
  /** `createdOn`: the same in UTC, to the second (`YYYY-MM-DDTHH:mm:ssZ`). */
  readonly createdAt: string | null;
  readonly pages: number | null;
  readonly documentCount: number | null;
  readonly text: string;
}

/** A docket of ACMS, the docket system of the Second and Ninth Circuits, from the JSON behind its pages. */
export interface AcmsDocket {
  /** Court id. */
  readonly court: string;
  /** A UUID. */
  readonly caseId: string | null;
  readonly printedNumber: string;
  /** The same, taken apart; `null` where it follows no known form. */
  readonly docketNumber: DocketNumber | null;
  readonly caption: string | null;
  readonly longCaption: string | null;
  readonly filedOn: string | null;
  /** Court or agency below. */
  readonly appealFrom: string | null;
  /** Its code. */
  readonly appealFromCode: string | null;
  /** The district in which an agency's case arose. */
  readonly district: string | null;
  readonly feeStatus: string | null;
  /** Up to three. */
  readonly caseTypes: readonly string[];
  readonly natureOfSuit: string | null;
  readonly isSealed: boolean;
  readonly originatingCases: readonly AcmsOriginatingCase[];
  readonly parties: readonly AcmsParty[];
  readonly entries: readonly AcmsEntry[];
}
