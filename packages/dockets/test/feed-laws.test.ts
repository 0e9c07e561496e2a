import { VigilError } from '@vigil/errors';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { afterEach, describe, expect, it } from 'vitest';
import { readCmecfFeed, type FeedItem } from '../src/index.js';
import { bytes, channel, districtItem, feeds, unlinkedItem } from './feeds.js';

const anyFeed = fc.constantFrom(...feeds);

/** A feed with some of its bytes overwritten, cut or doubled. */
const mutated = anyFeed.chain(([court, text]) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(40), fc.uint8Array({ maxLength: 12 })), { minLength: 1, maxLength: 6 })
    .map((wounds) => {
      let body = Buffer.from(text);
      for (const [at, length, put] of wounds)
        body = Buffer.concat([body.subarray(0, at), put, body.subarray(at + length)]);
      return { court, body };
    }),
);

const isText = (value: unknown): boolean => value === null || typeof value === 'string';
const wellTyped = (item: FeedItem): boolean =>
  [item.caseId, item.printedNumber, item.caption, item.number, item.documentId, item.documentUrl, item.sequence].every(
    isText,
  ) &&
  [item.partId, item.guid, item.enteredAt, ...Object.values(item.bankruptcy ?? {})].every(isText) &&
  item.labels.every((label) => typeof label === 'string' && label !== '') &&
  (item.enteredAt === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(item.enteredAt));

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

describe('the law of feeds', () => {
  it('damaged bytes are read in the right types, or refused with a typed error', () => {
    const outcome = (body: Uint8Array, court: string): string => {
      try {
        return readCmecfFeed(body, { court }).items.every(wellTyped) ? 'read' : 'read in a wrong type';
      } catch (error) {
        return error instanceof VigilError ? error.code : String(error);
      }
    };
    fc.assert(
      fc.property(mutated, ({ court, body }) => {
        expect(['read', 'NOT_A_FEED', 'FEED_BROKEN']).toContain(outcome(body, court));
      }),
      { numRuns: 1_000 },
    );
  });

  it('a feed is read alike in every zone, and however often', () => {
    for (const [court, text] of feeds) {
      const readings = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((zone) => {
        process.env['TZ'] = zone;
        return readCmecfFeed(bytes(text), { court });
      });
      for (const reading of readings) expect(reading).toEqual(readings[0]);
    }
  });

  it('an item is read alike wherever it stands', () => {
    const read = (items: readonly string[]): readonly FeedItem[] =>
      readCmecfFeed(bytes(channel({ items })), { court: 'cacd' }).items;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(districtItem, unlinkedItem), { maxLength: 8 }), (items) => {
        expect(read(items)).toEqual(items.flatMap((item) => read([item])));
      }),
    );
  });

  it('reading costs a few times the parser’s bare events, and grows with the feed’s length only', () => {
    const cheapest = (work: () => unknown): number =>
      Math.min(
        ...Array.from({ length: 4 }, () => {
          const before = process.cpuUsage();
          work();
          const { user, system } = process.cpuUsage(before);
          return user + system;
        }),
      );
    const [small, large] = [2_000, 16_000].map((count) =>
      bytes(channel({ items: Array.from({ length: count }, () => districtItem) })),
    );
    const read = (body: Uint8Array): unknown => readCmecfFeed(body, { court: 'cacd' });
    read(large!);
    const events = { ontext: () => {}, onopentagname: () => {}, onclosetag: () => {} };
    const bare = cheapest(() => new Parser(events, { xmlMode: true }).end(Buffer.from(small!).toString('latin1')));
    const ours = cheapest(() => read(small!));
    expect(ours / bare).toBeLessThan(16);
    expect(cheapest(() => read(large!)) / ours).toBeLessThan(32);
  });
});
