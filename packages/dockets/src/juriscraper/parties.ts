import type { Attorney, CriminalFacts, Party } from '../docket-report/docket-report.js';
import { partyType } from '../people/party-type.js';
import { plainText } from './plain-text.js';

/** A lawyer, under juriscraper's names. */
export interface JuriscraperAttorney {
  readonly name: string;
  /** Lines, each ended by `\n`. */
  readonly contact: string;
  readonly roles: readonly string[];
}

/** What a criminal docket says of a defendant, under juriscraper's names. */
export interface JuriscraperCriminalData {
  readonly counts: readonly { readonly name: string; readonly disposition: string; readonly status: string }[];
  readonly complaints: readonly { readonly name: string; readonly disposition: string }[];
  readonly highest_offense_level_opening: string;
  readonly highest_offense_level_terminated: string;
}

/** A party, under juriscraper's names. Attorneys and criminal data are left out where there are none. */
export interface JuriscraperParty {
  readonly type: string;
  readonly name?: string;
  readonly extra_info?: string;
  readonly date_terminated?: string | null;
  readonly attorneys?: readonly JuriscraperAttorney[];
  readonly criminal_data?: JuriscraperCriminalData;
}

/** A party; `asPrinted` in adversary proceedings, whose types that project does not unify. */
export function toJuriscraperParty(party: Party, asPrinted: boolean): JuriscraperParty {
  const type = party.type === null ? 'Unknown' : asPrinted ? party.type : partyType(party.type);
  return {
    type,
    ...(party.name === null
      ? {}
      : { name: party.name, extra_info: party.extra.join('\n'), date_terminated: party.terminatedOn }),
    ...(party.attorneys === null ? {} : { attorneys: party.attorneys.map(attorneyOf) }),
    ...(party.criminal === null ? {} : { criminal_data: criminalDataOf(party.criminal) }),
  };
}

function attorneyOf({ name, contact, roles }: Attorney): JuriscraperAttorney {
  return {
    name,
    contact: contact.map((line) => `${line}\n`).join(''),
    roles: roles.filter((role) => !/^(?:bar status|designation)/i.test(role)),
  };
}

function criminalDataOf(facts: CriminalFacts): JuriscraperCriminalData {
  return {
    counts: facts.counts.map(({ text, disposition, status }) => ({
      name: plainText(text),
      disposition: plainText(disposition ?? ''),
      status: status.toLowerCase(),
    })),
    complaints: facts.complaints.map(({ text, disposition }) => ({
      name: plainText(text),
      disposition: plainText(disposition ?? ''),
    })),
    highest_offense_level_opening: facts.highestOffenseOpening ?? '',
    highest_offense_level_terminated: facts.highestOffenseTerminated ?? '',
  };
}
