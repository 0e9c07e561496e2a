import type { CaseQuery } from '../case-query/case-query.js';
import { parseCivilDate } from '../time/civil-date.js';
import { cleanCaseName, harmonizeCaseName } from './case-name.js';
import { juriscraperDocketNumber, noDocketNumber, type JuriscraperDocketNumber } from './docket-number.js';
import { plainText } from './plain-text.js';

/** The answer to a query for a case, under juriscraper's names. Facts that the page does not have have no key. */
export interface JuriscraperCaseQuery extends Omit<JuriscraperDocketNumber, 'docket_number'> {
  readonly court_id: string;
  readonly docket_number: string | null;
  readonly case_name: string;
  readonly case_name_raw: string;
  readonly assigned_to_str?: string;
  readonly referred_to_str?: string;
  readonly related_cases_str?: string;
  /** Facts by their labels in lower case, with `_` for blanks (`chapter`, `vol`); those named `date_…` are dates. */
  readonly [fact: string]: string | null;
}

/** Labels that get other names there. Discharges are called dismissals (sic). */
const names: Readonly<Record<string, string>> = {
  date_of_last_filing: 'date_last_filing',
  judge: 'assigned_to_str',
  chief_judge: 'assigned_to_str',
  plan_confirmed: 'date_plan_confirmed',
  debtor_discharged: 'date_debtor_dismissed',
  joint_debtor_discharged: 'date_joint_debtor_dismissed',
};

/**
 * The answer to a query in the shape of juriscraper; `{}` where a clerk's remark stands among the facts, at which that
 * project gives up. `courtId` is the id that the caller knows the court by.
 */
export function toJuriscraperCaseQuery(query: CaseQuery, courtId = query.court): JuriscraperCaseQuery | object {
  if (query.remarks.some(({ bold }) => !bold)) return {};
  // A note behind the caption hides it.
  const caption = query.note === null ? plainText(query.caption ?? '') : '';
  const printed = {
    assigned_to_str: query.presiding,
    referred_to_str: query.referral,
    related_cases_str: query.relatedCases,
  };
  return {
    court_id: courtId,
    ...(juriscraperDocketNumber(query.printedNumber, query.docketNumber) ?? noDocketNumber),
    case_name: cleanCaseName(harmonizeCaseName(caption)),
    case_name_raw: caption,
    ...Object.fromEntries(Object.entries(printed).filter(([, value]) => value !== null)),
    ...Object.fromEntries(query.facts.map(({ label, value }) => factOf(label, value))),
  };
}

function factOf(label: string, value: string): readonly [string, string | null] {
  const key = label.toLowerCase().replaceAll(' ', '_').replace(/[()]/g, '');
  const name = names[key] ?? key;
  return [name, name.startsWith('date_') ? parseCivilDate(value) : plainText(value)];
}
