/** How fast a feed scrolls, and how fast it must be looked at therefore. Pure. */
import { recordsOf, type Reading } from '@vigil/source-kit';

/** The share of a reading's records that the reading before it did not show, 0 to 1; 0 where it shows none. */
export function turnoverOf(last: Reading, reading: Reading): number {
  const before = new Set(recordsOf(last.statements).map(({ recordKey }) => recordKey));
  const records = recordsOf(reading.statements);
  if (records.length === 0 || before.size === 0) return 0;
  return records.filter(({ recordKey }) => !before.has(recordKey)).length / records.length;
}

/** Looked at more often from here on: half of what a feed shows was not there at the look before. */
const fast = 0.5;
/** Looked at less often from here on. */
const slow = 0.1;
const most = 64;

/** By how much the period of a feed is to be shortened after a look that found such a turnover; 1 or more. */
export function hasteAfter(haste: number, turnover: number): number {
  if (turnover >= fast) return Math.min(most, haste * 2);
  return turnover <= slow ? Math.max(1, haste * 0.9) : haste;
}
