import type { DocketReport, ReportedEntry, ReportedFile } from '../docket-report/docket-report.js';
import { sequenceOf } from '../identifiers/document-url.js';
import { judgeName } from '../people/judge-name.js';
import { partyType } from '../people/party-type.js';
import { parseCivilDate } from '../time/civil-date.js';
import { cleanCaseName, harmonizeCaseName } from './case-name.js';
import { juriscraperDocketNumber, noDocketNumber, type JuriscraperDocketNumber } from './docket-number.js';
import { toJuriscraperParty, type JuriscraperParty } from './parties.js';
import { plainText } from './plain-text.js';

/** A file of an entry, under juriscraper's names. */
export interface JuriscraperReportFile {
  readonly attachment_number: number;
  readonly description: string;
  readonly page_count: number | null;
  readonly file_size_str: string;
  readonly file_size_bytes?: number;
  readonly pacer_doc_id: string | null;
  readonly pacer_seq_no: string | null;
}

/** An entry of a docket report, under juriscraper's names. */
export interface JuriscraperReportEntry {
  readonly date_filed: string | null;
  readonly date_entered: string | null;
  readonly document_number: string | null;
  readonly pacer_doc_id: string | null;
  readonly pacer_seq_no: string | null;
  readonly description: string;
  readonly page_count?: number | null;
  readonly file_size_str?: string;
  readonly file_size_bytes?: number;
  readonly attachments?: readonly JuriscraperReportFile[];
}

/** A docket report, under juriscraper's names. Unknown texts are empty, unknown dates and ids `null`. */
export interface JuriscraperReport extends Omit<JuriscraperDocketNumber, 'docket_number'> {
  readonly court_id: string;
  readonly docket_number: string | null;
  readonly case_name: string;
  readonly date_filed: string | null;
  readonly date_terminated: string | null;
  readonly date_converted: string | null;
  readonly date_discharged: string | null;
  readonly assigned_to_str: string;
  readonly referred_to_str: string;
  readonly cause: string;
  readonly nature_of_suit: string;
  readonly jury_demand: string;
  readonly demand: string;
  readonly jurisdiction: string;
  readonly mdl_status: string;
  readonly ordered_by: 'date_filed' | 'date_entered' | null;
  readonly parties: readonly JuriscraperParty[];
  readonly docket_entries: readonly JuriscraperReportEntry[];
}

/**
 * A docket report in the shape of juriscraper. It loses what that loses: entries without a date or with a number
 * that is not all digits. `courtId` is the id that the caller knows the court by.
 */
export function toJuriscraperReport(report: DocketReport, courtId = report.court): JuriscraperReport {
  const text = (value: string | null): string => plainText(value ?? '');
  const dateColumn = report.orderedBy === 'ENTERED' ? 'enteredOn' : 'filedOn';
  return {
    court_id: courtId,
    ...(juriscraperDocketNumber(report.printedNumber, report.docketNumber) ?? noDocketNumber),
    case_name: caseNameOf(report),
    date_filed: report.filedOn,
    date_terminated: report.terminatedOn,
    date_converted: report.convertedOn,
    date_discharged: report.dischargedOn,
    assigned_to_str: judgeName(report.assignedTo ?? anywhere(report, /Assigned to:\s+(.*)/i)),
    referred_to_str: judgeName(report.referredTo ?? anywhere(report, /Referred to:\s+(.*)/i)),
    cause: text(report.cause),
    nature_of_suit: natureOfSuitOf(report),
    jury_demand: text(report.juryDemand),
    demand: text(report.demand),
    jurisdiction: text(report.jurisdiction),
    mdl_status: text(report.mdlStatus),
    ordered_by: report.orderedBy === null ? null : report.orderedBy === 'FILED' ? 'date_filed' : 'date_entered',
    parties: partiesOf(report),
    docket_entries: report.entries
      .map(report.court === 'txnb' ? numberedText : (entry) => entry)
      .flatMap((entry) => entryOf(entry, dateColumn) ?? []),
  };
}

/** Where a report's head names no judge, that project takes what any entry's text says. */
function anywhere(report: DocketReport, label: RegExp): string {
  for (const { text } of report.entries) {
    const value = label.exec(text)?.[1];
    if (value !== undefined) return value;
  }
  return '';
}

/** Charges are noted there when the next party begins: those of the last are lost. */
function partiesOf({ parties, adversary }: DocketReport): readonly JuriscraperParty[] {
  const last = parties.length - 1;
  return parties.map((party, at) => toJuriscraperParty(at === last ? { ...party, criminal: null } : party, adversary));
}

/** That of an ordinary case is lost where the report counts as an adversary proceeding. */
function natureOfSuitOf(report: DocketReport): string {
  if (report.natureOfSuit === null || (!report.adversary && saysAdversary(report))) return '';
  return plainText(report.natureOfSuit);
}

/** A report that mentions one anywhere counts there as an adversary proceeding. */
function saysAdversary(report: DocketReport): boolean {
  return report.adversary || report.entries.some(({ text }) => text.includes('Adversary Proceeding'));
}

function caseNameOf(report: DocketReport): string {
  if (!report.court.endsWith('b'))
    return cleanCaseName(harmonizeCaseName(report.caption ?? sidesOf(report) ?? 'Unknown Case Title'));
  const debtor = firstOfType(report, 'Debtor');
  if (debtor !== null) return debtor;
  const name = report.caption ?? 'Unknown Case Title';
  return cleanCaseName(harmonizeCaseName(saysAdversary(report) ? `${name} - Adversary Proceeding` : name));
}

/** The first of either side. */
function sidesOf(report: DocketReport): string | null {
  const [plaintiff, defendant] = [firstOfType(report, 'Plaintiff'), firstOfType(report, 'Defendant')];
  return plaintiff === null || defendant === null ? null : `${plaintiff} v. ${defendant}`;
}

function firstOfType({ parties }: DocketReport, type: string): string | null {
  return parties.find((party) => party.type !== null && partyType(party.type) === type)?.name ?? null;
}

/**
 * Of one court that project knows that number and text share a cell, and reads them from the number's even where
 * the table has a column for each.
 */
function numberedText(entry: ReportedEntry): ReportedEntry {
  if (entry.printedNumber === null) return entry;
  if (!/^\d+$/.test(entry.number ?? '')) return { ...entry, text: entry.number ?? '', number: null, documentId: null };
  return { ...entry, text: entry.printedNumber.replace(/^\d+(?: \(\d+ pgs(?:; \d+ docs)?\))?/, '').trim() };
}

function entryOf(entry: ReportedEntry, dateColumn: 'filedOn' | 'enteredOn'): JuriscraperReportEntry | null {
  const dateFiled = entry[dateColumn];
  if (dateFiled === null || (entry.number !== null && !/^\d+$/.test(entry.number))) return null;
  const main = entry.files.find(({ number }) => number === 0);
  return {
    date_filed: dateFiled,
    date_entered: parseCivilDate(/Entered:\s+([\d/–—-]+)/.exec(entry.text)?.[1] ?? ''),
    document_number: entry.number,
    pacer_doc_id: entry.number === null ? null : (entry.documentId ?? lastSegment(entry.documentUrl)),
    // That project reads scripts of links here, but not addresses.
    pacer_seq_no: sequenceOf(entry.documentUrl ?? '') === null ? entry.sequence : null,
    description: plainText(entry.text),
    ...(main === undefined
      ? {}
      : {
          page_count: main.pages,
          file_size_str: main.size ?? '',
          ...(main.bytes === null ? {} : { file_size_bytes: main.bytes }),
        }),
    ...(entry.files.length === 0 ? {} : { attachments: entry.files.filter(({ number }) => number > 0).map(fileOf) }),
  };
}

/** `show_doc.pl` of an address becomes an "id", too: `sho0_doc.pl`. */
function lastSegment(url: string | null): string | null {
  const segment = /\/([^/?]+)(?:\?|$)/.exec(url ?? '')?.[1];
  return segment === undefined ? null : `${segment.slice(0, 3)}0${segment.slice(4)}`;
}

function fileOf(file: ReportedFile): JuriscraperReportFile {
  return {
    attachment_number: file.number,
    description: file.description ?? '',
    page_count: file.pages,
    file_size_str: file.size ?? '',
    ...(file.bytes === null ? {} : { file_size_bytes: file.bytes }),
    pacer_doc_id: file.documentId,
    pacer_seq_no: file.sequence,
  };
}
