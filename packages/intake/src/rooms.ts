import type { Archive } from '@vigil/archive';
import type { Database } from '@vigil/db';
import type { Fetcher, Mailbox } from '@vigil/fetcher';
import type { AnySource } from '@vigil/source-kit';

/** What intake wires together. */
export interface Rooms {
  readonly db: Database;
  readonly archive: Archive;
  readonly fetcher: Fetcher;
  /** The operator's mailbox, where the settings name one. */
  readonly mailbox?: Mailbox | null;
  readonly sources: ReadonlyMap<string, AnySource>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
