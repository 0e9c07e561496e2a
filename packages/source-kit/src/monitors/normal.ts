/** What has been normal for a Target, learnt from its healthy readings. */
import type { ReadingFacts } from './facts-of-reading.js';

/** What a Target's readings were like so far. Plain JSON. */
export interface Normal {
  /** How many readings it was learnt from. */
  readonly readings: number;
  readonly fewestRecords: number;
  /** The highest share of skipped records. */
  readonly mostSkipped: number;
  /** For each field the lowest share of Statements that knew it. */
  readonly leastKnown: Readonly<Record<string, number>>;
  /** For each field the shapes seen; `null` where there are too many to tell by. */
  readonly shapes: Readonly<Record<string, readonly string[] | null>>;
}

/** A field with more shapes than this is free text. */
const mostShapes = 40;

/** Learns of one more healthy reading. */
export function learn(normal: Normal | null, facts: ReadingFacts): Normal {
  if (facts.records === 0)
    return normal ?? { readings: 0, fewestRecords: 0, mostSkipped: 0, leastKnown: {}, shapes: {} };
  const before = normal !== null && normal.readings > 0 ? normal : null;
  const skipped = skippedShare(facts);
  return {
    readings: (before?.readings ?? 0) + 1,
    fewestRecords: Math.min(before?.fewestRecords ?? Infinity, facts.records),
    mostSkipped: Math.max(before?.mostSkipped ?? 0, skipped),
    leastKnown: merged(before?.leastKnown ?? {}, facts.known, Math.min),
    shapes: merged<readonly string[] | null>(before?.shapes ?? {}, facts.shapes, joined),
  };
}

export const skippedShare = ({ skipped, records }: ReadingFacts): number =>
  skipped === 0 ? 0 : skipped / (skipped + records);

function joined(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return null;
  const all = [...new Set([...a, ...b])].sort();
  return all.length > mostShapes ? null : all;
}

function merged<T>(
  before: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  join: (a: T, b: T) => T,
): Readonly<Record<string, T>> {
  const entries = Object.entries(now).map(([field, value]) => [
    field,
    field in before ? join(before[field]!, value) : value,
  ]);
  return { ...before, ...(Object.fromEntries(entries) as Record<string, T>) };
}
