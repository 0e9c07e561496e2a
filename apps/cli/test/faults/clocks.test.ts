import { testStores } from '@vigil/tooling/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openHouse } from './house.js';

const skewed = ['--import', new URL('skewed-clock.mjs', import.meta.url).href];

describe.concurrent.each(testStores())('with the queue on %s', (store) => {
  it(
    'scrapers whose clocks are ten minutes off, either way: the timeline equals the model’s',
    { timeout: 480_000 },
    async (test) => {
      const house = await openHouse(test, store, 12);
      await house.start('scraper', { SKEW_MS: '600000' }, skewed);
      await house.start('scraper', { SKEW_MS: '-600000' }, skewed);
      await house.start('scraper');
      house.begin();
      await sleep(1_000);
      expect(await house.finish()).toEqual(house.model);
    },
  );
});
