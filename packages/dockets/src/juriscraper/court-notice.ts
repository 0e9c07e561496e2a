import { courtById } from '../courts/court-by-id.js';
import type { NoticedCase } from '../court-notice/court-notice.js';
import type { NoticeReading } from '../court-notice/read-court-notice.js';
import { cleanCaseName, harmonizeCaseName } from './case-name.js';
import { juriscraperDocketNumber, type JuriscraperDocketNumber } from './docket-number.js';

/** The entry of a notice, under juriscraper's names. */
export interface JuriscraperNoticeEntry {
  readonly date_filed: string | null;
  readonly description: string;
  readonly short_description: string;
  readonly document_number: string | null;
  /** As mailed: its one-free-look token included, without which it would be another address. */
  readonly document_url: string | null;
  readonly pacer_doc_id: string | null;
  readonly pacer_case_id: string | null;
  readonly pacer_seq_no: string | null;
}

/** A notice, under juriscraper's names. Whom it was mailed to is left out. */
export interface JuriscraperNotice {
  readonly court_id: string;
  readonly appellate: boolean;
  readonly acms: boolean;
  readonly dockets: readonly (Partial<JuriscraperDocketNumber> & {
    readonly case_name: string;
    readonly date_filed: null;
    readonly docket_entries: readonly [JuriscraperNoticeEntry];
  })[];
}

/**
 * A notice under the names and in the shapes of juriscraper; `{}` for those that it does not take (hearings by
 * video, mails with pictures). It loses what is bold or italic in the texts of bankruptcy courts. `courtId` is the id that the caller knows the court by.
 */
export function toJuriscraperNotice(
  { notice, addresses, unstyledTexts, hasPictures }: NoticeReading,
  courtId: string,
): JuriscraperNotice | Record<string, never> {
  if (hasPictures || notice.cases.some(({ text }) => /\bJoin ZoomGov Meeting\b/.test(text ?? ''))) return {};
  const trialCourt = notice.system === 'NEF';
  const isBankruptcy = courtById(notice.court).kind === 'BANKRUPTCY';
  return {
    court_id: courtId,
    appellate: !trialCourt,
    acms: notice.system === 'ACMS',
    dockets: notice.cases.map((each, index) => ({
      ...juriscraperDocketNumber(each.printedNumber, trialCourt ? each.docketNumber : null),
      case_name: harmonizeCaseName(each.caption ?? ''),
      date_filed: null,
      docket_entries: [
        {
          date_filed: notice.filedOn,
          description: cleanCaseName((isBankruptcy ? unstyledTexts[index] : each.text) ?? ''),
          short_description: notice.label ?? '',
          document_number: each.number,
          document_url: addresses[index] ?? null,
          ...idsOf(each),
        },
      ],
    })),
  };
}

function idsOf(each: NoticedCase): Pick<JuriscraperNoticeEntry, 'pacer_doc_id' | 'pacer_case_id' | 'pacer_seq_no'> {
  return { pacer_doc_id: each.documentId, pacer_case_id: each.caseId, pacer_seq_no: each.sequence };
}
