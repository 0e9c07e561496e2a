import type { ScotusAttorney, ScotusDocket, ScotusSide } from '../scotus/scotus-docket.js';
import { harmonizeCaseName } from './case-name.js';

/** An entry of a docket of the Supreme Court, under juriscraper's names. */
export interface JuriscraperScotusEntry {
  readonly date_filed: string | null;
  readonly description: string;
  readonly document_number: number | null;
  readonly attachments: readonly {
    readonly description: string | null;
    readonly document_url: string;
    readonly document_number: number | null;
  }[];
}

/** An attorney, under juriscraper's names. */
export interface JuriscraperScotusAttorney {
  readonly name: string;
  readonly is_counsel_of_record: boolean;
  readonly title: string | null;
  readonly address: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zip: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** A docket of the Supreme Court, under juriscraper's names. */
export interface JuriscraperScotusDocket {
  readonly docket_number: string;
  readonly capital_case: boolean | null;
  readonly case_name: string;
  readonly date_filed: string | null;
  readonly links: string;
  readonly lower_court: string | null;
  readonly lower_court_case_numbers_raw: string | null;
  readonly lower_court_case_numbers: readonly string[];
  readonly lower_court_decision_date: string | null;
  readonly lower_court_rehearing_denied_date: string | null;
  readonly discretionary_court_decision: string | null;
  readonly questions_presented: string | null;
  readonly docket_entries: readonly JuriscraperScotusEntry[];
  readonly parties: readonly {
    readonly type: string;
    readonly name: string;
    readonly attorneys: readonly JuriscraperScotusAttorney[];
  }[];
}

/** A docket that was read from JSON, under the names and in the shapes of juriscraper. */
export function toJuriscraperScotusJson(docket: ScotusDocket): JuriscraperScotusDocket {
  return { ...fieldsOf(docket), capital_case: docket.isCapital, case_name: captionOf(docket) };
}

/** A docket that was read from a page. That project does not look for capital cases there, and harmonizes the name. */
export function toJuriscraperScotusPage(docket: ScotusDocket): JuriscraperScotusDocket {
  return { ...fieldsOf(docket), capital_case: null, case_name: harmonizeCaseName(captionOf(docket)) };
}

function captionOf({ petitionerTitle, respondentTitle }: ScotusDocket): string {
  return [petitionerTitle, respondentTitle].filter((title) => title !== null).join(' v. ');
}

const types: Readonly<Record<ScotusSide, string>> = {
  PETITIONER: 'Petitioner',
  RESPONDENT: 'Respondent',
  OTHER: 'Other',
};

function fieldsOf(docket: ScotusDocket): Omit<JuriscraperScotusDocket, 'capital_case' | 'case_name'> {
  return {
    docket_number: docket.printedNumber,
    date_filed: docket.docketedOn,
    links: docket.linkedWith.join(', '),
    lower_court: docket.lowerCourt,
    lower_court_case_numbers_raw: docket.printedLowerNumbers,
    lower_court_case_numbers: docket.lowerNumbers,
    lower_court_decision_date: docket.lowerDecidedOn,
    lower_court_rehearing_denied_date: docket.rehearingDeniedOn,
    discretionary_court_decision: docket.discretionaryDecisionOn,
    questions_presented: docket.questionsUrl,
    docket_entries: docket.entries.map(({ date, text, documents }) => ({
      date_filed: date,
      description: text,
      document_number: documents[0]?.filing ?? null,
      attachments: documents.map(({ description, url, filing }) => ({
        description,
        document_url: url,
        document_number: filing,
      })),
    })),
    parties: docket.parties.map(({ side, name, attorneys }) => ({
      type: types[side],
      name: name ?? '',
      attorneys: attorneys.map(attorneyOf),
    })),
  };
}

/** The lines up to the first with a house number are the title there, the others the street. */
function attorneyOf(attorney: ScotusAttorney): JuriscraperScotusAttorney {
  const { addressLines } = attorney;
  const street = addressLines.findIndex((line) => /^\d|\bP\.? ?O\.? Box\b/i.test(line));
  const cut = street < 0 ? addressLines.length : street;
  return {
    name: attorney.name,
    is_counsel_of_record: attorney.isCounselOfRecord,
    title: addressLines.slice(0, cut).join(', ') || null,
    address: addressLines.slice(cut).join(', ') || null,
    city: attorney.city,
    state: attorney.state,
    zip: attorney.zip,
    phone: attorney.phone,
    email: attorney.email,
  };
}
