/**
 * When an Observation was seen by one Target. Captures of a Target are ordered by their key; a
 * Sighting is a maximal run of successive Captures that all held the Observation. Storing runs and
 * not visits keeps what is needed to tell A→B→A from A→B, and grows with changes only.
 */

/**
 * The order of the Captures of a Target: time when the bytes left the publisher, then content.
 * Keys compare as text.
 */
export function captureKey(capturedAt: string, rawSha256: string): string {
  return `${capturedAt}~${rawSha256.slice(0, 16)}`;
}

/** The Capture time within a capture key. */
export function capturedAtOf(key: string): string {
  return key.slice(0, key.indexOf('~'));
}

/** A run of Captures. `last: null` is open: present in every later Capture so far. */
export interface SightingRange {
  readonly first: string;
  readonly last: string | null;
}

/** Where a new Capture falls among the recorded ones of its Target; `null` at either end. */
export interface CaptureNeighbours {
  readonly previous: string | null;
  readonly next: string | null;
}

const covers = (range: SightingRange, key: string): boolean =>
  range.first <= key && (range.last === null || key <= range.last);

/**
 * The runs of one Observation at one Target after a further Capture is known, held there or not.
 * The result depends only on the set of Captures, not on the order in which they were learnt.
 */
export function addCapture(
  ranges: readonly SightingRange[],
  key: string,
  { previous, next, present }: CaptureNeighbours & { readonly present: boolean },
): readonly SightingRange[] {
  const before = previous === null ? undefined : ranges.find((range) => covers(range, previous));
  const after = next === null ? undefined : ranges.find((range) => covers(range, next));
  if (present) {
    if (before !== undefined && before === after) return ranges;
    const joined = { first: before?.first ?? key, last: after ? after.last : next === null ? null : key };
    return [...ranges.filter((range) => range !== before && range !== after), joined].sort(byFirst);
  }
  if (before === undefined || (before !== after && next !== null)) return ranges;
  const rest = ranges.filter((range) => range !== before);
  const left = { first: before.first, last: previous };
  return (after === before ? [...rest, left, { first: next!, last: before.last }] : [...rest, left]).sort(byFirst);
}

const byFirst = (a: SightingRange, b: SightingRange): number => (a.first < b.first ? -1 : 1);
