import type { ScotusNotice } from '../scotus/scotus-notice.js';
import { offsetTime } from '../time/offset-time.js';
import { harmonizeCaseName } from './case-name.js';

/** A mail of the Supreme Court, under juriscraper's names. */
export interface JuriscraperScotusNotice {
  readonly email_type: 'docket_entry';
  /** With the offset that the mail printed. */
  readonly email_datetime: string | null;
  readonly followup_url: string | null;
  readonly data: {
    readonly docket_number: string;
    readonly case_name: string;
    readonly entry_description: string;
  };
}

/** A mail of the Supreme Court under the names and in the shapes of juriscraper, which writes dashes as hyphens. */
export function toJuriscraperScotusNotice(notice: ScotusNotice): JuriscraperScotusNotice {
  return {
    email_type: 'docket_entry',
    email_datetime: sentAt(notice),
    followup_url: notice.docketUrl,
    data: {
      docket_number: notice.printedNumber,
      case_name: harmonizeCaseName(notice.caption ?? ''),
      entry_description: (notice.text ?? '').replace(/[–—]/g, '-'),
    },
  };
}

/** That project's records of mails of 2025 have a blank between date and time, later ones a `T`. */
function sentAt({ sentAt: instant, sentOffset }: ScotusNotice): string | null {
  if (instant === null || sentOffset === null) return null;
  const time = offsetTime(instant, sentOffset);
  return time < '2026' ? time.replace('T', ' ') : time;
}
