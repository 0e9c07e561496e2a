import { testStores } from '@vigil/tooling/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { follow } from './follow.js';
import { openHouse } from './house.js';

describe.each(testStores())('with the queue on %s', (store) => {
  it(
    'PostgreSQL killed every few seconds: the timeline, and what a subscriber heard, equal the model’s',
    { timeout: 240_000 },
    async () => {
      const house = await openHouse(store, 9);
      await house.start('scraper');
      const gateway = await house.start('gateway');
      const subscriber = follow(String(gateway.ready['url']));
      house.begin();
      for (let round = 0; round < 4; round++) {
        await sleep(1_500);
        await house.postgres.crash();
      }
      await house.finish();
      await subscriber.expectEveryChangeOnce(house.db);
    },
  );
});
