import type { CaseFacts } from '../case-head/case-facts.js';
import type { CaseHead } from '../case-head/case-head.js';
import type { DocketNumber } from '../identifiers/docket-number.js';

/** The answer to a query for one case (`iquery.pl`): the head of its page, as printed, and what that means. */
export interface CaseQuery extends CaseHead, CaseFacts {
  /** Court id. */
  readonly court: string;
  /** The court's own id of the case, from the links to its lists and reports; `null` where they give none, or do not agree. */
  readonly caseId: string | null;
  /** The printed number, taken apart; `null` where it follows no known form. */
  readonly docketNumber: DocketNumber | null;
}
