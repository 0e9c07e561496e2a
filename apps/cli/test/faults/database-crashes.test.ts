import { testStores } from '@vigil/tooling/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { follow } from './follow.js';
import { openHouse } from './house.js';
import { storySize } from './story.js';

describe.concurrent.each(testStores())('with the queue on %s', (store) => {
  it(
    'PostgreSQL killed every few seconds: the timeline, and what a subscriber heard, equal the model’s',
    { timeout: 480_000 },
    async (test) => {
      const house = await openHouse(test, store, 9);
      await house.start('scraper');
      const gateway = await house.start('gateway');
      const subscriber = follow(test, String(gateway.ready['url']));
      house.begin();
      for (let round = 0; round < 4; round++) {
        await sleep(1_500);
        await house.postgres.crash();
      }
      expect(await house.finish()).toEqual(house.model);
      expect(await subscriber.heard(storySize)).toEqual(house.model.changes.map((_, i) => i + 1));
    },
  );
});
