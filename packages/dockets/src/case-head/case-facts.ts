import { parseCivilDate } from '../time/civil-date.js';
import type { CaseHead, Fact } from './case-head.js';

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
export function caseFacts({ facts, presiding, referral, note }: CaseHead): CaseFacts {
  const known = facts.length === 0 ? notedDates(note ?? '') : facts;
  const value = (label: RegExp): string | null => known.find((fact) => label.test(fact.label))?.value || null;
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

/** Dates within a note that nobody ended, which is all that the head says then. */
function notedDates(note: string): readonly Fact[] {
  const found = note.matchAll(/(Date filed|Date terminated|Date of last filing):\s*([\d/]+)/g);
  return Array.from(found, ([, label, value]) => ({ label: label!, value: value! }));
}
