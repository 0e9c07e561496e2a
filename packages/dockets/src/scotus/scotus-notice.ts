import type { DocketNumber } from '../identifiers/docket-number.js';

/** The Supreme Court's mail that an entry was added to a docket. Whom it was mailed to is not read. */
export interface ScotusNotice {
  /** `for No. …`. */
  readonly printedNumber: string;
  /** The same, taken apart; `null` where it follows no known form. */
  readonly docketNumber: DocketNumber | null;
  /** Text of the link to the docket (`Petra Quill, Petitioner v. United States`). */
  readonly caption: string | null;
  /** The entry, in quotation marks; `null` where the mail does not quote it. */
  readonly text: string | null;
  /** Address of the docket's page. */
  readonly docketUrl: string | null;
  /** The mail's `Date:`, in UTC. */
  readonly sentAt: string | null;
  /** The offset that it was printed with, in minutes from UTC. */
  readonly sentOffset: number | null;
}
