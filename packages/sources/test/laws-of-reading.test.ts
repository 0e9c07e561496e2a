import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VigilError } from '@vigil/errors';
import type { Reading } from '@vigil/source-kit';
import { canonicalJson, keyRank, observe } from '@vigil/timeline';
import { sharedFolder } from '@vigil/tooling/testing';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { doc, entriesOf, feed, item, read } from './feeds.js';

const anItem = fc
  .record({
    caseId: fc.constantFrom('690001', '690002'),
    title: fc.constantFrom('8:17-cv-90898-ABC Rivermouth v. Harbour', '8:17-cv-90898-DEF X', '8:17-cv-90899', ''),
    row: fc.constantFrom('', '&amp;1', '&amp;2', '&amp;3'),
    label: fc.constantFrom('Order', 'Notice', 'Motion'),
    second: fc.integer({ min: 0, max: 3 }),
    number: fc.constantFrom(null, '7', '8'),
  })
  .map(({ second, number, ...rest }) =>
    item({
      ...rest,
      at: `Thu, 14 Dec 2017 23:10:0${second} GMT`,
      ...(number === null ? {} : { link: { number, href: doc(`03119000000${number}`) } }),
    }),
  );
const items = fc.array(anItem, { minLength: 1, maxLength: 12 });

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

describe('the law of reading a feed', () => {
  it('the order of rows is irrelevant', () => {
    const shuffled = items.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(read(feed(others))).toEqual(read(feed(rows)));
      }),
    );
  });

  it('a row that comes twice is told once', () => {
    fc.assert(
      fc.property(items, (rows) => {
        expect(read(feed([...rows, ...rows]))).toEqual(read(feed(rows)));
      }),
    );
  });

  it('record keys are unique, and keys stand strongest first', () => {
    fc.assert(
      fc.property(items, (rows) => {
        const reading = read(feed(rows));
        const recordKeys = reading.statements.map(({ recordKey }) => recordKey);
        expect(new Set(recordKeys).size).toBe(recordKeys.length);
        for (const { keys, content } of entriesOf(reading)) {
          const ranks = keys.map(keyRank);
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
          expect(keys.some((key) => key.startsWith('at:'))).toBe(!keys.some((key) => /^(?:seq|part|no):/.test(key)));
          expect(content.labels).toEqual([...new Set(content.labels)].sort());
        }
      }),
    );
  });

  it('a reading is the same twice, and in every zone', () => {
    fc.assert(
      fc.property(items, fc.constantFrom('Pacific/Kiritimati', 'America/Los_Angeles'), (rows, zone) => {
        process.env['TZ'] = 'UTC';
        const there = read(feed(rows));
        process.env['TZ'] = zone;
        expect(read(feed(rows))).toEqual(there);
      }),
    );
  });

  it('damaged pages are read or refused with a typed error', () => {
    const whole = Buffer.from(
      feed([item({ row: '&amp;1' }), item({ link: { number: '7', href: doc('031190000007') } })]),
    );
    const wound = fc.tuple(fc.nat(whole.length), fc.nat(60), fc.uint8Array({ maxLength: 10 }));
    const outcome = (body: Uint8Array): string => {
      try {
        return entriesOf(read(body)).every(({ keys }) => keys.length > 0) ? 'read' : 'an entry without keys';
      } catch (error) {
        return error instanceof VigilError ? 'refused' : String(error);
      }
    };
    fc.assert(
      fc.property(fc.array(wound, { minLength: 1, maxLength: 5 }), fc.nat(whole.length), (wounds, cut) => {
        let body = whole;
        for (const [at, length, put] of wounds)
          body = Buffer.concat([body.subarray(0, at), put, body.subarray(at + length)]);
        expect(['read', 'refused']).toContain(outcome(body));
        expect(['read', 'refused']).toContain(outcome(body.subarray(0, cut)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('real feeds', () => {
  const readAll = (): readonly Reading[] => {
    const folder = join(sharedFolder('conformance'), 'rss_feeds');
    const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    return files.map((name) => read(readFileSync(join(folder, name)), name.split(/[_.]/)[0]));
  };

  it('hold 559 entries, each told once and under a key of its own', () => {
    const readings = readAll();
    expect(readings).toHaveLength(8);
    expect(readings.flatMap(({ skipped }) => skipped)).toEqual([]);
    const entries = readings.flatMap(entriesOf);
    const identities = entries.map(({ case: { court, caseId, docketNumber }, keys }) =>
      [court, caseId ?? docketNumber, keys[0]].join(' '),
    );
    expect(entries).toHaveLength(559);
    expect(new Set(identities).size).toBe(559);
    expect(new Set(entries.map((entry) => observe('cmecf-rss', entry).id)).size).toBe(559);
  });

  it('are read alike twice', () => {
    expect(canonicalJson(readAll())).toBe(canonicalJson(readAll()));
  });
});
