import type { CaseFacts as HeadFacts, CaseHead } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import type { CaseFacts } from '@vigil/timeline';

/** What the head above a case's reports, lists and queries says of the case. Throws BAD_RECORD where it prints a date that is none. */
export function caseContent(head: CaseHead & HeadFacts): CaseFacts {
  const { caption, printedNumber, filedOn, terminatedOn, lastFilingOn, assignedTo, referredTo, facts } = head;
  const value = (label: string): string | null => facts.find((fact) => fact.label === label)?.value || null;
  for (const [label, day] of [
    ['Date filed', filedOn],
    ['Date terminated', terminatedOn],
    ['Date of last filing', lastFilingOn],
  ] as const) {
    if (day === null && value(label) !== null) throw new VigilError('BAD_RECORD', `“${label}” is no date`);
  }
  return {
    caption,
    printedNumber,
    caseType: value('Case type'),
    office: value('Office'),
    chapter: value('Chapter'),
    trustee: value('Trustee'),
    filedOn,
    terminatedOn,
    assignedTo,
    referredTo,
  };
}
