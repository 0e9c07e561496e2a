import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCapture, type SightingRange } from '../src/index.js';

/** The runs of a whole history, by looking at all of it. */
function runsOf(history: ReadonlyMap<string, boolean>): readonly SightingRange[] {
  const runs: { first: string; last: string | null }[] = [];
  let open: { first: string; last: string | null } | undefined;
  let before = '';
  for (const [key, present] of [...history].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (present && !open) runs.push((open = { first: key, last: null }));
    if (!present && open) {
      open.last = before;
      open = undefined;
    }
    before = key;
  }
  return runs;
}

describe('sightings', () => {
  it('are the maximal runs of Captures, whatever the order in which the Captures became known', () => {
    const captures = fc.uniqueArray(
      fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), present: fc.boolean() }),
      {
        selector: ({ key }) => key,
      },
    );
    fc.assert(
      fc.property(captures, (order) => {
        const known = new Map<string, boolean>();
        let ranges: readonly SightingRange[] = [];
        for (const { key, present } of order) {
          const keys = [...known.keys()].sort();
          ranges = addCapture(ranges, key, {
            previous: keys.filter((other) => other < key).at(-1) ?? null,
            next: keys.find((other) => other > key) ?? null,
            present,
          });
          known.set(key, present);
          expect(ranges).toEqual(runsOf(known));
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
