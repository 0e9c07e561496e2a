import type { CourtAddress } from './court-address.js';
import type { Page } from './page.js';

/** One court's public site. */
export interface Site extends CourtAddress {
  readonly robots: string;
  /** The feed as it is now, for a request with these headers (lower-case names). */
  feed(headers: Readonly<Record<string, string | string[] | undefined>>): Page;
  /** The docket report of a case as it is now, by the court's id of the case; `null` where it shows none. */
  docket(caseId: string): Page | null;
}
