import type { DocketHistory, HistoryEntry } from '../docket-history/docket-history.js';
import { judgeName } from '../people/judge-name.js';
import { harmonizeCaseName } from './case-name.js';
import { juriscraperDocketNumber, noDocketNumber, type JuriscraperDocketNumber } from './docket-number.js';
import { plainText } from './plain-text.js';

/** An entry of a history report, under juriscraper's names. */
export interface JuriscraperHistoryEntry {
  readonly date_filed: string | null;
  readonly date_entered: string | null;
  readonly document_number: string | null;
  readonly pacer_doc_id: string | null;
  readonly pacer_seq_no: string | null;
  readonly short_description: string;
  readonly description: string;
}

/** A history report, under juriscraper's names. */
export interface JuriscraperHistory extends Omit<JuriscraperDocketNumber, 'docket_number'> {
  readonly court_id: string;
  readonly docket_number: string | null;
  readonly case_name: string;
  readonly date_filed: string | null;
  readonly date_last_filing: string | null;
  readonly date_terminated: string | null;
  readonly date_discharged: string | null;
  readonly assigned_to_str: string | null;
  readonly referred_to_str: string;
  readonly docket_entries: readonly JuriscraperHistoryEntry[];
}

/**
 * A history report in the shape of juriscraper. It loses what that loses: entries with a number that is not all digits,
 * and row ids that do not come from a script. `courtId` is the id that the caller knows the court by.
 */
export function toJuriscraperHistory(history: DocketHistory, courtId = history.court): JuriscraperHistory {
  const bankruptcy = history.court.endsWith('b');
  return {
    court_id: courtId,
    ...(juriscraperDocketNumber(history.printedNumber, history.docketNumber) ?? noDocketNumber),
    case_name: harmonizeCaseName(caption(history, bankruptcy) ?? 'Unknown Case Title'),
    date_filed: history.filedOn,
    date_last_filing: history.lastFilingOn,
    date_terminated: history.terminatedOn,
    date_discharged: history.dischargedOn,
    assigned_to_str: bankruptcy && history.assignedTo === null ? null : judgeName(history.assignedTo ?? ''),
    referred_to_str: judgeName(history.referredTo ?? ''),
    docket_entries: history.entries
      .filter(({ number }) => number === null || /^\d+$/.test(number))
      .map((entry) => entryOf(entry, bankruptcy)),
  };
}

/** In district courts only what names two sides, or says `In re` or `In the matter`. */
function caption({ caption: printed }: DocketHistory, bankruptcy: boolean): string | null {
  if (printed === null || bankruptcy) return printed;
  return /\bvs?\.?\s|^In\s+(?:re:?\s|the\s+matter\s)/i.test(printed) ? printed : null;
}

function entryOf(entry: HistoryEntry, bankruptcy: boolean): JuriscraperHistoryEntry {
  return {
    date_filed: entry.filedOn,
    date_entered: entry.enteredOn,
    document_number: entry.number,
    pacer_doc_id: entry.documentId,
    pacer_seq_no: entry.documentUrl === null || bankruptcy ? null : entry.sequence,
    short_description: plainText(entry.label),
    description: plainText(entry.text ?? ''),
  };
}
