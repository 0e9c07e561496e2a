import type { AppellateEntry, AppellateParty, OriginatingCourt } from '../appellate-docket/appellate-docket.js';
import type { AppellateReading } from '../appellate-docket/read-appellate-docket.js';
import { judgeName } from '../people/judge-name.js';
import { juriscraperAppellateAttachment, type JuriscraperAppellateAttachment } from './appellate-attachments.js';
import { harmonizeCaseName } from './case-name.js';
import { juriscraperDocketNumber } from './docket-number.js';
import { maskedAlienNumber } from './masked-number.js';

/** The case below, under juriscraper's names. Only dates that a page prints are there. */
export interface JuriscraperOriginatingCourt {
  readonly docket_number?: string;
  readonly RESTRICTED_ALIEN_NUMBER?: string;
  readonly court_id: string;
  readonly assigned_to: string;
  readonly ordering_judge: string;
  readonly court_reporter: string;
  readonly date_filed: string | null;
  readonly date_disposed: string | null;
  readonly disposition: string;
  readonly date_judgment: string | null;
  readonly date_judgment_eod: string | null;
  readonly date_filed_noa: string | null;
  readonly date_received_coa: string | null;
}

/** An entry of an appeal, under juriscraper's names. */
export interface JuriscraperAppellateEntry {
  readonly date_filed: string;
  readonly date_entered: string | null;
  readonly document_number: string | null;
  readonly pacer_doc_id: string | null;
  readonly pacer_seq_no?: string;
  readonly description: string;
  readonly attachments?: readonly (JuriscraperAppellateAttachment & {
    readonly file_size_str: string;
    readonly pacer_seq_no: string | null;
  })[];
}

/** A docket of a court of appeals, under juriscraper's names. */
export interface JuriscraperAppellateDocket {
  readonly court_id: string;
  readonly docket_number: string;
  readonly case_name: string;
  readonly panel: readonly string[];
  readonly nature_of_suit: string;
  readonly appeal_from: string;
  readonly fee_status: string;
  readonly date_filed: string | null;
  readonly date_terminated: string | null;
  readonly case_type_information: string;
  readonly originating_court_information: JuriscraperOriginatingCourt | Record<string, never>;
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
  readonly docket_entries: readonly JuriscraperAppellateEntry[];
}

/**
 * A docket of a court of appeals under the names and in the shapes of juriscraper, which takes the end of an earlier
 * appeal for that of the case below, and drops entries without a date. `courtId` is the id that the caller knows the
 * court by.
 */
export function toJuriscraperAppellateDocket(reading: AppellateReading, courtId: string): JuriscraperAppellateDocket {
  const { docket } = reading;
  return {
    court_id: courtId,
    docket_number: docket.printedNumber,
    case_name: harmonizeCaseName(docket.caption ?? ''),
    panel: docket.panel,
    nature_of_suit: docket.natureOfSuit ?? '',
    appeal_from: docket.appealFrom === 'null' ? '' : (docket.appealFrom ?? ''),
    fee_status: docket.feeStatus ?? '',
    date_filed: docket.docketedOn,
    date_terminated: docket.terminatedOn,
    case_type_information: docket.caseTypes.join(', '),
    originating_court_information: docket.originatingCourt === null ? {} : originOf(docket.originatingCourt, reading),
    parties: docket.parties.map(partyOf),
    docket_entries: docket.entries.flatMap(entryOf),
  };
}

function originOf(origin: OriginatingCourt, { docket, printedOrigin }: AppellateReading): JuriscraperOriginatingCourt {
  const prior = docket.priorCases[0];
  return {
    ...numberBelow(printedOrigin, origin),
    court_id: origin.court ?? '',
    assigned_to: judgeName(origin.trialJudge ?? ''),
    ordering_judge: judgeName(origin.orderingJudge ?? ''),
    court_reporter: origin.courtReporters[0] ?? '',
    date_filed: origin.filedOn,
    date_disposed: prior?.disposedOn ?? null,
    disposition: prior?.disposition ?? '',
    date_judgment: origin.judgmentOn,
    date_judgment_eod: origin.judgmentEnteredOn,
    date_filed_noa: origin.noticeOfAppealOn,
    date_received_coa: origin.receivedOn,
  };
}

function numberBelow(
  printed: string | null,
  { number }: OriginatingCourt,
): Pick<JuriscraperOriginatingCourt, 'docket_number' | 'RESTRICTED_ALIEN_NUMBER'> {
  if (printed === null || number === null) return {};
  const masked = maskedAlienNumber(printed);
  if (masked !== null) return { RESTRICTED_ALIEN_NUMBER: masked };
  return number === printed ? { docket_number: juriscraperDocketNumber(printed, null)?.docket_number ?? printed } : {};
}

function partyOf(party: AppellateParty): JuriscraperAppellateDocket['parties'][number] {
  return {
    name: party.name,
    type: party.type ?? '',
    ...(party.terminatedOn === null ? {} : { date_terminated: party.terminatedOn }),
    attorneys: party.attorneys.map(({ name, roles, contact }) => ({ name, roles, contact: contact.join('\n') })),
  };
}

function entryOf(entry: AppellateEntry): readonly JuriscraperAppellateEntry[] {
  if (entry.filedOn === null) return [];
  return [
    {
      date_filed: entry.filedOn,
      date_entered: entry.enteredAt?.slice(0, 10) ?? null,
      document_number: entry.number ?? entry.documentId,
      pacer_doc_id: entry.documentId,
      ...(entry.sequence === null ? {} : { pacer_seq_no: entry.sequence }),
      description: entry.text,
      ...(entry.attachments.length === 0 ? {} : { attachments: attachmentsOf(entry) }),
    },
  ];
}

function attachmentsOf({
  attachments,
  sequence,
}: AppellateEntry): NonNullable<JuriscraperAppellateEntry['attachments']> {
  return attachments.map((attachment) => ({
    ...juriscraperAppellateAttachment(attachment),
    file_size_str: attachment.size ?? '',
    pacer_seq_no: sequence,
  }));
}
