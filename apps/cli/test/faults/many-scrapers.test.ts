import { testStores } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { breaches } from './breaches.js';
import { openHouse } from './house.js';
import { storyCourts } from './story.js';
import { recordTrace } from './trace.js';

const many = 20;
/** As the scraper has it for a simulator. */
const intervalMs = 50;

describe.each(testStores())('with the queue on %s', (store) => {
  it(
    'twenty scrapers that start at once on an empty database: the timeline equals the model’s, and courts are asked politely',
    { timeout: 480_000 },
    async (test) => {
      const house = await openHouse(test, store, 8);
      const trace = await recordTrace(house.courthouse.origin);
      test.onTestFinished(() => trace.close());
      const env = { VIGIL_CONCURRENCY: '1', VIGIL_SIMULATOR_URL: trace.origin };
      house.begin();
      await Promise.all(Array.from({ length: many }, () => house.start('scraper', env)));
      expect(await house.finish()).toEqual(house.model);
      // Of each court its rules, and its feed three times or more: two looks came after all was seen.
      expect(trace.requests.length).toBeGreaterThanOrEqual(4 * storyCourts.length);
      expect(breaches(trace.requests, { intervalMs })).toEqual([]);
    },
  );
});
