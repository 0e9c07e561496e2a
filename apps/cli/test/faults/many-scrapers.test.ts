import { testStores } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { openHouse } from './house.js';

const many = 20;

describe.each(testStores())('with the queue on %s', (store) => {
  it(
    'twenty scrapers that start at once on an empty database: the timeline equals the model’s',
    { timeout: 300_000 },
    async () => {
      const house = await openHouse(store, 8);
      house.begin();
      await Promise.all(Array.from({ length: many }, () => house.start('scraper', { VIGIL_CONCURRENCY: '1' })));
      expect(await house.finish(120_000)).toEqual(house.model);
    },
  );
});
