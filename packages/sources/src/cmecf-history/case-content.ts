import type { CaseFacts as HeadFacts, CaseHead } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import type { CaseFacts } from '@vigil/timeline';

/** What the head above a case's reports, lists and queries says of the case. Throws BAD_RECORD where it prints a day of filing that is none. */
export function caseContent(head: CaseHead & HeadFacts): CaseFacts {
  const { caption, printedNumber, filedOn, terminatedOn, assignedTo, referredTo, facts } = head;
  const value = (label: string): string | null => facts.find((fact) => fact.label === label)?.value || null;
  if (filedOn === null && value('Date filed') !== null)
    throw new VigilError('BAD_RECORD', 'the day on which the case was filed cannot be read');
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
