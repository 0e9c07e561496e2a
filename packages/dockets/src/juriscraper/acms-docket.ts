import type { AcmsEntry, AcmsParty } from '../acms/acms-docket.js';
import type { AcmsReading } from '../acms/read-acms-docket.js';
import { maskedAlienNumber } from './masked-number.js';

/** A docket of ACMS, under juriscraper's names. Times are the court's, without zone. */
export interface JuriscraperAcmsDocket {
  readonly court_id: string;
  readonly pacer_case_id: string | null;
  readonly docket_number: string;
  readonly case_name: string | null;
  readonly date_filed: string | null;
  readonly appeal_from: string | null;
  readonly fee_status: string | null;
  readonly case_type_information: string;
  readonly originating_court_information: {
    readonly name: string | null;
    readonly identifier: string | null;
    readonly RESTRICTED_ALIEN_NUMBER: string | null;
  };
  readonly parties: readonly {
    readonly name: string;
    readonly type: string;
    readonly date_terminated?: string;
    readonly attorneys: readonly {
      readonly name: string;
      readonly roles: readonly string[];
      readonly contact: string;
    }[];
  }[];
  readonly docket_entries: readonly {
    readonly document_number: number | null;
    readonly description: string;
    readonly date_filed: string | null;
    readonly date_entered: string | null;
    readonly pacer_doc_id: string | null;
    readonly page_count: number | null;
  }[];
}

/** A docket of ACMS under the names and in the shapes of juriscraper. `courtId` is the id that the caller knows. */
export function toJuriscraperAcmsDocket({ docket, alienNumber }: AcmsReading, courtId: string): JuriscraperAcmsDocket {
  return {
    court_id: courtId,
    pacer_case_id: docket.caseId,
    docket_number: docket.printedNumber,
    case_name: docket.caption,
    date_filed: docket.filedOn,
    appeal_from: docket.appealFrom,
    fee_status: docket.feeStatus,
    case_type_information: docket.caseTypes.join(', '),
    originating_court_information: {
      name: docket.district ?? docket.appealFrom,
      identifier: docket.appealFromCode,
      RESTRICTED_ALIEN_NUMBER: maskedAlienNumber(alienNumber),
    },
    parties: docket.parties.map(partyOf),
    docket_entries: docket.entries.map(entryOf),
  };
}

function partyOf(party: AcmsParty): JuriscraperAcmsDocket['parties'][number] {
  return {
    name: party.name,
    type: party.type ?? '',
    ...(party.terminatedOn === null ? {} : { date_terminated: party.terminatedOn }),
    attorneys: party.attorneys.map(({ name, roles, contact }) => ({ name, roles, contact: contact.join('\n') })),
  };
}

function entryOf(entry: AcmsEntry): JuriscraperAcmsDocket['docket_entries'][number] {
  return {
    document_number: entry.number,
    description: entry.text,
    date_filed: entry.filedOn === null ? null : `${entry.filedOn}T00:00:00`,
    date_entered: entry.enteredAt === null ? null : `${entry.enteredAt}:00`,
    pacer_doc_id: entry.entryId,
    page_count: entry.pages,
  };
}
