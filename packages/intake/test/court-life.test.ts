/** The lives of real docket sheets, as their courts would have published them: the timeline equals what was shown. */
import { playLife, type Life, type Sheet } from '@vigil/courthouse';
import { VigilError } from '@vigil/errors';
import { eventId, mergeEvents, reconcile, type Announced, type MergedEvent } from '@vigil/timeline';
import { sharedFolder } from '@vigil/tooling/testing';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences } from './life/differences.js';
import { readLife, sheetOf, sightedIn, type Shown } from './life/read-life.js';

const caseId = '00000000-0000-8000-8000-00000000c0de';

/** Tells readers what was merged at some moments, one after another. Returns what is live for them, and where ids lead. */
function tell(moments: readonly (readonly MergedEvent[])[]): ReadonlyMap<string, Announced> {
  const announced = new Map<string, Announced>();
  for (const events of moments) {
    for (const step of reconcile([caseId], events, [...announced.values()]).steps) {
      const digest = 'event' in step ? step.event.digest : null;
      announced.set(step.id, { id: step.id, digest, redirect: step.kind === 'MERGED' ? step.into : null });
    }
  }
  return announced;
}

/** Where the ids of an Event's keys lead: to one live Event, and no other. */
const leads = (events: readonly MergedEvent[], announced: ReadonlyMap<string, Announced>): readonly string[] =>
  events.map(({ keys }) => {
    const known = keys.flatMap((key) => announced.get(eventId(caseId, key)) ?? []);
    return [...new Set(known.map(({ id, redirect }) => redirect ?? id))].join();
  });

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/** Pages of a life in some order, some of them not at all; and after which of them readers are told. */
const views = (sheet: Sheet): fc.Arbitrary<{ life: Life; pages: readonly Shown[]; stops: readonly number[] }> =>
  fc.integer({ min: 0, max: 1_000_000 }).chain((seed) => {
    const life = playLife(sheet, seed);
    const all = readLife(sheet, life);
    return fc.record({
      life: fc.constant(life),
      pages: fc.oneof(fc.shuffledSubarray([...all], { minLength: all.length }), fc.shuffledSubarray([...all])),
      stops: fc.array(fc.nat({ max: all.length }), { maxLength: 2 }).map((stops) => stops.sort((a, b) => a - b)),
    });
  });

describe('whatever is shown of the life of a docket sheet, in whatever order', () => {
  it('is told as the court did: none twice, none missing, none of two', { timeout: 300_000 }, () => {
    let [sheets, refused, shown, told] = [0, 0, 0, 0];
    for (const kind of ['dockets_district', 'dockets_bankruptcy']) {
      const folder = join(sharedFolder('conformance'), kind);
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
        let sheet: Sheet;
        try {
          sheet = sheetOf(readFileSync(join(folder, file)), file.split(/[_.]/)[0]!);
        } catch (error) {
          if (!(error instanceof VigilError) || error.code !== 'NOT_A_DOCKET') throw error;
          refused += 1;
          continue;
        }
        sheets += 1;
        fc.assert(
          fc.property(views(sheet), ({ life, pages, stops }) => {
            const events = mergeEvents(sightedIn(pages));
            expect([file, differences(life, pages, events)]).toEqual([file, []]);
            const announced = tell([...stops.map((stop) => mergeEvents(sightedIn(pages.slice(0, stop)))), events]);
            const live = [...announced.values()].filter(({ digest }) => digest !== null).map(({ id }) => id);
            expect(leads(events, announced).toSorted(byText)).toEqual(live.toSorted(byText));
            shown += pages.length;
            told += events.length;
          }),
          { numRuns: 2, seed: sheets, endOnFailure: true },
        );
      }
    }
    expect([sheets, refused]).toEqual([287, 1]);
    expect(shown).toBeGreaterThan(8_000);
    expect(told).toBeGreaterThan(8_000);
  });
});
