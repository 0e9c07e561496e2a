import type { ChangeRow, CoverageRow, Database, EventRow, WatchRow } from '@vigil/db';

/** All that a database tells its readers. */
export interface Told {
  readonly head: number;
  readonly changes: readonly ChangeRow[];
  readonly byOccurrence: readonly EventRow[];
  readonly byRecord: readonly EventRow[];
  /** As of the Change in the middle of the log. */
  readonly halfWay: readonly EventRow[];
  /** For each Target, latest first. */
  readonly coverage: readonly (readonly CoverageRow[])[];
  readonly watches: readonly WatchRow[];
}

export function readTold(db: Database): Promise<Told>;
