import type { CaseFacts } from '../case-head/case-facts.js';
import type { CaseHead } from '../case-head/case-head.js';
import type { DocketReport } from '../docket-report/docket-report.js';
import type { DocketNumber } from '../identifiers/docket-number.js';

/** One entry of a history report. */
export interface HistoryEntry {
  /** Column `Doc. No.`: digits, but also `doc`; `null` in unnumbered entries. */
  readonly number: string | null;
  /** From the link of the number, fourth digit 0; `null` where it has none. */
  readonly documentId: string | null;
  readonly documentUrl: string | null;
  /** The court's row id: from the link, else from the button that shows the text. */
  readonly sequence: string | null;
  /** `Filed:` or `Filed & Entered:`; `YYYY-MM-DD`, as all dates. */
  readonly filedOn: string | null;
  /** `Entered:` or `Filed & Entered:`. */
  readonly enteredOn: string | null;
  /** `Terminated:`, of motions. */
  readonly terminatedOn: string | null;
  /** Column `Description`: the name of the event. */
  readonly label: string;
  /** The row below, in reports with texts. It numbers other entries in brackets (`[10]`) and ends without a date. */
  readonly text: string | null;
}

/** A history report (`HistDocQry.pl`): the head of its page, as printed, what that means, and the entries. */
export interface DocketHistory extends CaseHead, CaseFacts {
  /** Court id. */
  readonly court: string;
  /** The court's own id of the case, from the links of its entries; `null` where they give none, or do not agree. */
  readonly caseId: string | null;
  /** The printed number, taken apart; `null` where it follows no known form. */
  readonly docketNumber: DocketNumber | null;
  /** What its heading says that it lists (`History`, `Documents`); `null` without such a heading. */
  readonly lists: 'EVENTS' | 'DOCUMENTS' | null;
  /** Whether it says itself that there is nothing to list. */
  readonly saysNone: boolean;
  /** In the page's order, which may be that of either direction. */
  readonly entries: readonly HistoryEntry[];
  /** At its foot; `null` where it has none. */
  readonly receipt: DocketReport['receipt'];
}
