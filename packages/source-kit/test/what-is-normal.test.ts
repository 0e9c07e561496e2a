import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, inspect, minutes, type MonitorId } from '../src/index.js';
import { ago, entry, listing, normalOf, now, range, readingOf, skippedRows, ten } from './readings.js';

describe('what is normal', () => {
  const readings = fc.array(
    fc.record({ count: fc.nat(12), skipped: fc.nat(3), unknown: fc.boolean() }).map(({ count, skipped, unknown }) =>
      readingOf(
        range(1, count).map((n) => entry(n, unknown ? { number: null } : {})),
        skippedRows(skipped),
      ),
    ),
    { minLength: 1, maxLength: 6 },
  );

  it('does not depend on the order in which it was learnt, and is plain JSON', () => {
    const shuffled = readings.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        expect(normalOf(...others)).toEqual(normalOf(...all));
        expect(JSON.parse(JSON.stringify(normalOf(...all)))).toEqual(normalOf(...all));
      }),
    );
  });

  it('makes no reading strange that it was learnt from', () => {
    const comparing = new Set<MonitorId>(['count-drop', 'coverage', 'value-shape']);
    fc.assert(
      fc.property(readings, (all) => {
        const normal = normalOf(...all, ...all, ...all);
        for (const reading of all.filter(({ statements }) => statements.length > 1)) {
          const found = inspect({ source: listing, reading, capturedAt: now, normal, last: null });
          expect(found.filter(({ monitor }) => comparing.has(monitor))).toEqual([]);
        }
      }),
    );
  });

  it('is not learnt from an empty page', () => {
    expect(normalOf(readingOf([]))).toMatchObject({ readings: 0 });
    expect(normalOf(ten, readingOf([]))).toEqual(normalOf(ten));
    expect(normalOf(readingOf([]), ten)).toEqual(normalOf(ten));
  });
});

describe('facts of a reading', () => {
  it('are counts, shares and shapes, without any of its words', () => {
    const reading = readingOf(
      [
        entry(1),
        entry(2, { number: null, labels: ['Order', 'Motion to stay'], documentUrl: null }),
        entry(30, { number: '12-3', text: 'Petition of Tomas Rivermouth' }),
      ],
      skippedRows(2),
    );
    const facts = factsOf(reading);
    expect(facts).toMatchObject({ records: 3, skipped: 2, newest: ago(minutes(15)) });
    expect(facts.known).toMatchObject({ 'docket_entry.number': 2 / 3, 'docket_entry.text': 1 / 3, 'case.caption': 1 });
    expect(facts.shapes).toMatchObject({
      'case.printedNumber': ['9:9-a-9'],
      'docket_entry.number': ['9', '9-9'],
      'docket_entry.labels': ['Aa', '…'],
      'docket_entry.text': ['…'],
      'docket_entry.filedOn': [],
    });
    expect(JSON.stringify(facts)).not.toMatch(/Rivermouth|Order|Motion|90011/);
  });
});
