import { parseCivilDate } from '../time/civil-date.js';
import type { CaseHead } from './case-head.js';

/** What the head of a case's page says, under names of ours. Dates are `YYYY-MM-DD`, names as printed. */
export interface CaseFacts {
  readonly filedOn: string | null;
  readonly terminatedOn: string | null;
  readonly lastFilingOn: string | null;
  /** Of the debtor, in bankruptcy; not of a joint debtor. */
  readonly dischargedOn: string | null;
  readonly assignedTo: string | null;
  readonly referredTo: string | null;
}

/** Reads the facts of a head. */
export function caseFacts({ facts, presiding, referral }: CaseHead): CaseFacts {
  const value = (label: RegExp): string | null => facts.find((fact) => label.test(fact.label))?.value || null;
  const date = (label: RegExp): string | null => parseCivilDate(value(label) ?? '');
  return {
    filedOn: date(/^Date filed$/i),
    terminatedOn: date(/terminated$/i),
    lastFilingOn: date(/^Date of last filing$/i),
    dischargedOn: date(/^(?:Date|Debtor) discharged$/i),
    assignedTo: presiding ?? value(/\bJudge$/i),
    referredTo: referral,
  };
}
