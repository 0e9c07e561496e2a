import type { CourtAddress } from './court-address.js';
import type { Page } from './page.js';

/** The headers of a request, with lower-case names. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** One publisher's public site. */
export interface Site {
  readonly host: string;
  /** The court whose feed it shows; `null` for a publisher of another kind. */
  readonly court: CourtAddress | null;
  readonly robots: string;
  /** What stands at a path (with its query) now; `null` where nothing does. */
  page(path: string, headers: RequestHeaders): Page | null;
}
