import { readPage, type CapturedPage } from '@vigil/source-kit';
import { captureKey, mergeEvents, observe, seenOnce, type PublicationStatement } from '@vigil/timeline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beatAt, sourceById } from '../src/index.js';

const source = sourceById('canary');
const read = (said: unknown): PublicationStatement => {
  const body = Buffer.from(JSON.stringify(said));
  const page: CapturedPage = { url: '', capturedAt: '2026-03-17T10:18:04.000Z', status: 200, headers: {}, body };
  return readPage(source, {}, page).statements[0] as PublicationStatement;
};

describe('the canary', () => {
  it('reads the beat that is published at any moment: the last quarter of an hour', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), (moment) => {
        const { beat } = beatAt(moment.getTime());
        const { content } = read({ beat });
        expect(content.publishedAt).toBe(beat);
        expect(content.publisherId).toBe(beat.slice(0, 10));
        const age = moment.getTime() - Date.parse(beat);
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThan(15 * 60_000);
        expect(new Date(beat).getUTCMinutes() % 15).toBe(0);
      }),
    );
  });

  it('is one Event a day, with a state for each beat that was seen', () => {
    const beats = ['2026-03-17T23:30:00.000Z', '2026-03-17T23:45:00.000Z', '2026-03-18T00:00:00.000Z'];
    const events = mergeEvents(
      beats.map((beat, n) => ({
        observation: observe('canary', read({ beat })),
        runs: [seenOnce('canary', captureKey(beat, String(n).padStart(16, '0')))],
      })),
    );
    expect(
      events
        .map(({ states }) => states.map(({ content }) => content.occurredAt.instant))
        .toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1)),
    ).toEqual([beats.slice(0, 2), beats.slice(2)]);
  });

  it.each([
    ['no beat', {}],
    ['a moment at which there is none', { beat: '2026-03-17T10:16:00.000Z' }],
    ['another form of time', { beat: '2026-03-17 10:15' }],
  ])('refuses %s', (_what, said) => {
    expect(() => read(said)).toThrow(expect.objectContaining({ code: 'BAD_RECORD' }));
  });
});
