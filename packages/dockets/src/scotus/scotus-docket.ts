import type { DocketNumber } from '../identifiers/docket-number.js';

/** A document that an entry links to. */
export interface ScotusDocument {
  /** The link's text (`Main Document`, `Proof of Service`). */
  readonly description: string | null;
  /** Absolute. */
  readonly url: string;
  /** The number that the documents of one filing share (in `/DocketPDF/YY/CASE/NUMBER/`). */
  readonly filing: number | null;
}

/** One line of “Proceedings and Orders”. */
export interface ScotusEntry {
  /** `null` where no date is printed, or an impossible one. */
  readonly date: string | null;
  /** Without markup; texts of links within it (opinions) are part of it. */
  readonly text: string;
  readonly documents: readonly ScotusDocument[];
}

/** An attorney, or a party who appears without one. */
export interface ScotusAttorney {
  readonly name: string;
  readonly isCounselOfRecord: boolean;
  /** The lines between name and city: firm or office, street. */
  readonly addressLines: readonly string[];
  readonly city: string | null;
  /** Two letters. */
  readonly state: string | null;
  readonly zip: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Which heading a party's attorneys stand under. */
export type ScotusSide = 'PETITIONER' | 'RESPONDENT' | 'OTHER';

/** A party, with its attorneys in the order of the page. */
export interface ScotusParty {
  readonly side: ScotusSide;
  /** `Party name:`; `null` on pages of before 2003, which do not print it. */
  readonly name: string | null;
  readonly attorneys: readonly ScotusAttorney[];
}

/** A docket of the Supreme Court, from its JSON or from any of its three kinds of page. */
export interface ScotusDocket {
  /** `No.`, without `*** CAPITAL CASE ***`. */
  readonly printedNumber: string;
  /** The same, taken apart; `null` where it follows no known form. */
  readonly docketNumber: DocketNumber | null;
  readonly isCapital: boolean;
  /** `Status:` (`DECIDED`); on pages of before 2003 only. */
  readonly status: string | null;
  /** `Title:` in front of `v.`, with the party's role (`…, Petitioner`). */
  readonly petitionerTitle: string | null;
  /** `Title:` behind `v.`; `null` in cases without one (`In Re …`). */
  readonly respondentTitle: string | null;
  readonly docketedOn: string | null;
  /** The day on which the court's machine wrote the file; from JSON only. */
  readonly createdOn: string | null;
  /** `Linked with`: docket numbers. */
  readonly linkedWith: readonly string[];
  /** Cases that are heard with this one (`Vide 24-991`); from JSON only. */
  readonly relatedCases: readonly { readonly type: string | null; readonly number: string }[];
  readonly lowerCourt: string | null;
  /** `Case Numbers:` of the lower court, in parentheses as printed. */
  readonly printedLowerNumbers: string | null;
  /** The same, one by one: prefixes shared by several are written out, ranges filled. */
  readonly lowerNumbers: readonly string[];
  /** `Decision Date:` of the lower court. */
  readonly lowerDecidedOn: string | null;
  /** `Rehearing Denied:` by the lower court. */
  readonly rehearingDeniedOn: string | null;
  /** `Discretionary Court Decision Date:`. */
  readonly discretionaryDecisionOn: string | null;
  /** Address of the questions presented. */
  readonly questionsUrl: string | null;
  /** Oldest first. */
  readonly entries: readonly ScotusEntry[];
  readonly parties: readonly ScotusParty[];
}
