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

/** A run of Captures of one Target, and what the Target's later Captures that list everything say by leaving it out. */
export interface Run extends SightingRange {
  readonly target: string;
  /** Whether the run's last Capture lists everything; false while it is open. */
  readonly whole: boolean;
  /** Keys of the first Captures after the run that list everything: two at most, none while it is open. */
  readonly missed: readonly string[];
}

/** A run of one Capture, of which nobody can tell what it leaves out. */
export function seenOnce(target: string, key: string): Run {
  return { target, first: key, last: key, whole: false, missed: [] };
}

/** Whether one Capture held both. */
export function seenTogether(some: readonly Run[], others: readonly Run[]): boolean {
  return some.some((a) => others.some((b) => a.target === b.target && meet(a, b)));
}

const meet = (a: SightingRange, b: SightingRange): boolean =>
  (b.last === null || a.first <= b.last) && (a.last === null || b.first <= a.last);

/**
 * The Captures at which a Target had left something out twice, in successive Captures that list everything: only then
 * is it gone. `runs` are those of all that speaks of it.
 */
export function goneAt(runs: readonly Run[]): readonly string[] {
  return runs.flatMap(({ target, missed: [once, twice] }) => {
    if (once === undefined || twice === undefined) return [];
    const back = runs.some((run) => run.target === target && meet(run, { first: once, last: twice }));
    return back ? [] : [twice];
  });
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
