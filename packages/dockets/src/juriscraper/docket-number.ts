import type { DocketNumber } from '../identifiers/docket-number.js';

/** A docket number and its components, under juriscraper's names. */
export interface JuriscraperDocketNumber {
  readonly docket_number: string;
  readonly federal_dn_office_code: string | null;
  readonly federal_dn_case_type: string | null;
  readonly federal_dn_judge_initials_assigned: string | null;
  readonly federal_dn_judge_initials_referred: string | null;
  readonly federal_defendant_number: string | null;
}

/** Docket numbers as that project finds them: a case type is letters only. */
const plain = /(?:\d{1,2}:)?\d\d-[a-z]{1,5}-\d+|(?:\d-)?\d\d-\d{1,6}|MDL No\. \d+/i;

/**
 * The fields of a printed docket number; `null` where that project finds none in it. `parts` is the number taken
 * apart; pass `null` for courts of appeals, whose numbers have no components there.
 */
export function juriscraperDocketNumber(
  printed: string | null,
  parts: DocketNumber | null,
): JuriscraperDocketNumber | null {
  const docketNumber = plain.exec(printed ?? '')?.[0];
  if (docketNumber === undefined) return null;
  // Of short numbers, only those with initials behind have an office there, and none that has it in front.
  const short = parts?.caseType === null;
  const hasOffice = !short || (parts.assignedInitials !== null && !/^\d-/.test(docketNumber));
  return {
    docket_number: docketNumber,
    federal_dn_office_code: hasOffice ? (parts?.office ?? null) : null,
    federal_dn_case_type: parts?.caseType ?? null,
    federal_dn_judge_initials_assigned: parts?.assignedInitials ?? null,
    federal_dn_judge_initials_referred: parts?.referredInitials ?? null,
    federal_defendant_number: parts?.defendant ?? null,
  };
}

/** The same fields of a page on which there is none. */
export const noDocketNumber = {
  docket_number: null,
  federal_dn_office_code: null,
  federal_dn_case_type: null,
  federal_dn_judge_initials_assigned: null,
  federal_dn_judge_initials_referred: null,
  federal_defendant_number: null,
} as const;
