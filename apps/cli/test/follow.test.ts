import { openDatabase } from '@vigil/db';
import { importFile } from '@vigil/intake';
import { sources } from '@vigil/sources';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openArchiveOf } from '../src/house/open-archive.js';
import { feedOf } from './feed.js';
import { makePlace, records, startVigil, type Place } from './vigil.js';

const courts = ['cacd', 'txwd', 'nyed', 'ilnd'];
const rounds = 25;
const perFeed = 4;
const all = courts.length * rounds * perFeed;

let place: Place;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.leave());

it(
  'timeline --follow shows every Event once, whoever started when, under concurrent writes',
  { timeout: 60_000 },
  async () => {
    const db = await openDatabase({ url: place.databaseUrl });
    const archive = await openArchiveOf({ home: place.folder }, {});
    const write = async (court: string): Promise<void> => {
      for (let round = 1; round <= rounds; round++) {
        const at = new Date(Date.UTC(2017, 11, 1, 0, round));
        const items = Array.from({ length: perFeed }, (_, index) => {
          const sequence = round * perFeed + index;
          return { sequence, label: `Order ${sequence}`, at, docket: `1:17-cv-9000${index}` };
        });
        const bytes = Buffer.from(feedOf(court, at, items));
        await importFile(
          { db, archive, sources, now: Date.now },
          { source: 'cmecf-rss', court, bytes, capturedAt: null },
        );
      }
    };
    const start = (): ReturnType<typeof startVigil> =>
      startVigil(place.env, 'timeline', '--follow', '--json', '--limit', '9999');

    const early = start();
    const writing = Promise.all(courts.map(write));
    await expect.poll(() => records(early.out()).length, { timeout: 30_000 }).toBeGreaterThan(all / 4);
    const late = start();
    await writing;
    for (const following of [early, late]) {
      await expect.poll(() => records(following.out()).length, { timeout: 40_000 }).toBeGreaterThanOrEqual(all);
      const { code, out } = await following.stop();
      expect(code).toBe(0);
      const ids = records(out).map(({ id }) => id);
      expect(ids).toHaveLength(all);
      expect(new Set(ids).size).toBe(all);
      const numbers = records(out).flatMap(({ change }) => (change === null ? [] : [(change as { seq: number }).seq]));
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
    await db.close();
  },
);
