import type { DocketNumber } from '../identifiers/docket-number.js';
import type { Receipt } from '../receipt/receipt.js';

/** A lawyer, as listed beside a party. */
export interface Attorney {
  /** Bold. */
  readonly name: string;
  /** The lines below the name: firm, address, telephone; of one listed before, what stands there. */
  readonly contact: readonly string[];
  /** From a link, or from a line of the contact. */
  readonly email: string | null;
  /** In italics: `LEAD ATTORNEY`, `PRO HAC VICE`, `TERMINATED: 11/02/2016`, `Designation: CJA Appointment`. */
  readonly roles: readonly string[];
  /** In bold italics, by the Court of International Trade: `Bar Status: ACTIVE`, `TERMINATED: 07/22/2010`. */
  readonly remarks: readonly string[];
}

/** What a person is accused of. */
export interface Charge {
  readonly text: string;
  readonly disposition: string | null;
}

/** A count of an indictment or information. */
export interface Count extends Charge {
  /** In parentheses at the end of the text: `1`, `2s`, `1-3`. */
  readonly number: string | null;
  readonly status: 'PENDING' | 'TERMINATED';
}

/** What a criminal docket lists below a defendant. */
export interface CriminalFacts {
  readonly counts: readonly Count[];
  readonly complaints: readonly Charge[];
  /** `Felony`, `Misdemeanor`, `None` … */
  readonly highestOffenseOpening: string | null;
  readonly highestOffenseTerminated: string | null;
}

/** A party. */
export interface Party {
  /** Underlined above the name, as printed: `Plaintiff`, `Defendant (1)`; `null` where nothing stands there. */
  readonly type: string | null;
  /** Bold; `null` in a row that has lawyers only. */
  readonly name: string | null;
  /** The lines below the name: capacity, address, `TERMINATED: 04/07/2009`. */
  readonly extra: readonly string[];
  readonly terminatedOn: string | null;
  /** `null` where the row has no column for them: a party without representation. */
  readonly attorneys: readonly Attorney[] | null;
  readonly criminal: CriminalFacts | null;
}

/** A file of an entry, from a report that was made to view multiple documents. */
export interface ReportedFile {
  /** 0 is the main document. */
  readonly number: number;
  readonly description: string | null;
  readonly documentId: string | null;
  readonly sequence: string | null;
  readonly pages: number | null;
  readonly bytes: number | null;
  /** As printed: `1.0 MB`. */
  readonly size: string | null;
}

/** One row of the table of entries. */
export interface ReportedEntry {
  /** First column; `null` where that is the date of entry, or empty (some old dockets). `YYYY-MM-DD`. */
  readonly filedOn: string | null;
  /** First column where that is the date of entry, else the last `(Entered: …)` of the text. */
  readonly enteredOn: string | null;
  /** First word of column `#`: digits, but also `doc`; `null` in unnumbered entries. */
  readonly number: string | null;
  /** The whole of that column: `20 (16 pgs; 4 docs)`; `null` where the table has no such column. */
  readonly printedNumber: string | null;
  /** From the link of the number; `null` where it has none (sealed, minute entries). */
  readonly documentId: string | null;
  readonly documentUrl: string | null;
  /** The court's row id. */
  readonly sequence: string | null;
  /** Column `Docket Text`, links and styles flattened; `\n` where only a line's end parts two words. */
  readonly text: string;
  /** Empty unless the report lists them. */
  readonly files: readonly ReportedFile[];
}

/** A docket report (`DktRpt.pl`) of a district or bankruptcy court, or of another court that prints the same. */
export interface DocketReport {
  /** Court id. */
  readonly court: string;
  /** The court's own id of the case, from the links of its entries; `null` where they give none, or do not agree. */
  readonly caseId: string | null;
  /** From the heading, taken apart; `null` where it follows no known form. */
  readonly docketNumber: DocketNumber | null;
  /** The same, as printed, with initials and defendant. */
  readonly printedNumber: string | null;
  /** Top right: `CLOSED`, `HABEAS`, `STAYED` … */
  readonly flags: readonly string[];
  /** First line below the heading; bankruptcy: the title of the lead case. As printed. */
  readonly caption: string | null;
  /** Whether the heading calls it an adversary proceeding. */
  readonly adversary: boolean;
  /** `YYYY-MM-DD`, as all dates. */
  readonly filedOn: string | null;
  readonly terminatedOn: string | null;
  readonly convertedOn: string | null;
  readonly dischargedOn: string | null;
  /** With titles, as printed. */
  readonly assignedTo: string | null;
  readonly referredTo: string | null;
  /** Often cut off by the court at 40 characters. */
  readonly cause: string | null;
  /** With its code; of adversary proceedings all, with `; ` between. */
  readonly natureOfSuit: string | null;
  readonly juryDemand: string | null;
  readonly demand: string | null;
  readonly jurisdiction: string | null;
  readonly mdlStatus: string | null;
  /** What the first column of the entries is; `null` without entries. */
  readonly orderedBy: 'FILED' | 'ENTERED' | null;
  readonly parties: readonly Party[];
  /** In the page's order. */
  readonly entries: readonly ReportedEntry[];
  /** `null` on a page without one. */
  readonly receipt: Receipt | null;
}
