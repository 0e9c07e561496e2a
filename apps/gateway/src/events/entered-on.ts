import type { CivilDate, DocketEntryFacts } from '@vigil/timeline';
import { DateTime } from 'luxon';

/** The day on which an entry was docketed: as a page prints it, else of the moment, in the court's zone. */
export function enteredOn({ enteredOn, enteredAt, zone }: DocketEntryFacts): CivilDate | null {
  return enteredOn ?? (enteredAt === null ? null : DateTime.fromISO(enteredAt, { zone }).toISODate());
}
