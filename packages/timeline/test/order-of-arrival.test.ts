import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyRank } from '../src/index.js';
import { seenTogether } from '../src/sightings.js';
import { entry, inFull, inShort, keysOf, published, Recorder, type Page } from './recorder.js';

const keys = fc
  .record({
    seq: fc.option(fc.integer({ min: 1, max: 3 })),
    no: fc.option(fc.integer({ min: 1, max: 2 })),
    doc: fc.option(fc.constantFrom('x', 'y')),
  })
  .map(({ seq, no, doc }) => keysOf(seq, no, doc));
const linked = fc
  .record({ keys, labels: fc.subarray(['A', 'B', 'C'], { minLength: 1 }) })
  .map(({ keys, labels }) => entry(keys, labels));
/** Entries without a link: in short by a feed, in full by a docket report. */
const day = fc.constantFrom('2026-01-01', '2026-01-02');
const brief = fc
  .record({
    day,
    seq: fc.integer({ min: 1, max: 4 }),
    label: fc.constantFrom('Order', 'Set Deadlines', 'Minute Entry'),
  })
  .map(({ day, seq, label }) => inShort(day, seq, label));
const full = fc
  .record({
    day,
    no: fc.option(fc.integer({ min: 1, max: 2 })),
    text: fc.constantFrom(
      'ORDER granting a motion',
      'TEXT ORDER: a hearing is set',
      'Set Deadlines as to a motion',
      'Set Deadlines as to this motion',
      'Notice',
    ),
  })
  .map(({ day, no, text }) => inFull(day, no, text));
/** Ids that are also numbers and documents of entries, of which a publication is never one. */
const publication = fc
  .record({
    id: fc.constantFrom('1', '2', 'x'),
    text: fc.constantFrom('A', 'B', 'C'),
    on: fc.option(fc.constantFrom('2026-01-01', '2026-01-02')),
  })
  .map(({ id, text, on }) => published(id, text, on));
const statement = fc.oneof(linked, brief, full, publication);
const page: fc.Arbitrary<Page> = fc.record({
  target: fc.constantFrom('feed', 'sheet', 'sheet again'),
  minute: fc.integer({ min: 0, max: 7 }),
  statements: fc.uniqueArray(statement, { selector: ({ recordKey }) => recordKey, maxLength: 4 }),
  complete: fc.boolean(),
});
/** One page at most for each Target and minute: a Capture is one visit. */
const pages = fc.uniqueArray(page, {
  selector: ({ target, minute }) => `${target} ${minute}`,
  minLength: 1,
  maxLength: 8,
});
/** The same pages in any order, any of them again, told after any number of them. */
const arrival = pages.chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
    batches: fc.array(fc.boolean(), { minLength: all.length * 2, maxLength: all.length * 2 }),
  }),
);

function play(order: readonly Page[], tellAfter: (index: number) => boolean): Recorder {
  const recorder = new Recorder();
  order.forEach((page, index) => {
    recorder.see(page);
    if (tellAfter(index)) recorder.tell();
  });
  recorder.tell();
  return recorder;
}

describe('whatever the order of arrival', () => {
  it('any order, repetition and split into batches ends in the same Events and states by Capture time', () => {
    fc.assert(
      fc.property(arrival, ({ all, order, batches }) => {
        const byTime = play(
          [...all].sort((a, b) => a.minute - b.minute),
          () => false,
        );
        const other = play(order, (index) => batches[index]!);
        expect(other.ranges()).toEqual(byTime.ranges());
        expect(other.events).toEqual(byTime.events);
      }),
      { numRuns: 1_000 },
    );
  });

  it('each announced id of a key leads to the Event that holds the key, and to no other', () => {
    fc.assert(
      fc.property(arrival, ({ order, batches }) => {
        const recorder = play(order, (index) => batches[index]!);
        for (const { says, leads } of recorder.leads()) expect(leads).toEqual([says]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('the Changes of a run, folded, are the state: every Event once, none besides', () => {
    fc.assert(
      fc.property(arrival, ({ order, batches }) => {
        const recorder = play(order, (index) => batches[index]!);
        const says = recorder.leads().map((event) => event.says);
        expect([...recorder.folded().live.values()].sort()).toEqual([...says].sort());
      }),
      { numRuns: 1_000 },
    );
  });

  it('each publication is one Event, and has every statement of its id and no other', () => {
    fc.assert(
      fc.property(arrival, ({ order, batches }) => {
        const recorder = play(order, (index) => batches[index]!);
        const told = recorder.sighted().filter(({ observation }) => observation.kind === 'publication');
        const keys = [...new Set(told.flatMap(({ observation }) => observation.keys))].sort();
        const events = recorder.events.filter(({ states }) => states[0]!.content.kind === 'PUBLICATION');
        expect(events.map((event) => event.keys)).toEqual(keys.map((key) => [key]));
        for (const {
          keys: [key],
          evidence,
          possibleDuplicateOf,
        } of events) {
          const of = told
            .filter(({ observation }) => observation.keys[0] === key)
            .map(({ observation }) => observation.id);
          expect(evidence).toEqual(of.sort());
          expect(possibleDuplicateOf).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('what one Capture lists as two is two, unless the court names it by one number, row id or document', () => {
    fc.assert(
      fc.property(arrival, ({ order }) => {
        const recorder = play(order, () => false);
        const runs = new Map(recorder.sighted().map((item) => [item.observation.id, item.runs]));
        for (const { keys, evidence } of recorder.events) {
          if (keyRank(keys[0]!) < 3) continue;
          const together = evidence.filter((id) =>
            evidence.some((other) => other !== id && seenTogether(runs.get(id)!, runs.get(other)!)),
          );
          expect(together).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('telling again tells nothing', () => {
    fc.assert(
      fc.property(arrival, ({ order, batches }) => {
        const recorder = play(order, (index) => batches[index]!);
        const before = recorder.steps.length;
        for (const page of order) recorder.see(page);
        recorder.tell();
        expect(recorder.steps.length).toBe(before);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a merge of the connected components alone gives the Events of the whole', async () => {
    const { mergeEvents } = await import('../src/index.js');
    fc.assert(
      fc.property(arrival, ({ order }) => {
        const recorder = play(order, () => false);
        const sighted = recorder.sighted();
        const component = (start: Set<string>): Set<string> => {
          const size = start.size;
          for (const { observation } of sighted)
            if (observation.keys.some((key) => start.has(key))) for (const key of observation.keys) start.add(key);
          return start.size === size ? start : component(start);
        };
        for (const event of recorder.events) {
          const keys = component(new Set(event.keys));
          const part = mergeEvents(sighted.filter(({ observation }) => observation.keys.some((key) => keys.has(key))));
          expect(part).toContainEqual(event);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
