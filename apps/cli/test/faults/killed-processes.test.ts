import { testStores } from '@vigil/tooling/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { follow } from './follow.js';
import { openHouse } from './house.js';
import { storySize } from './story.js';

describe.concurrent.each(testStores())('with the queue on %s', (store) => {
  it(
    'scraper and gateway killed in turns: the timeline, and what a subscriber heard, equal the model’s',
    { timeout: 480_000 },
    async (test) => {
      const house = await openHouse(test, store, 9);
      let scraper = await house.start('scraper');
      const spare = await house.start('scraper');
      let gateway = await house.start('gateway');
      const subscriber = follow(test, String(gateway.ready['url']));
      house.begin();
      for (let round = 0; round < 3; round++) {
        await sleep(1_500);
        await Promise.all([scraper.kill(), gateway.kill()]);
        [scraper, gateway] = await Promise.all([house.start('scraper'), house.start('gateway')]);
        subscriber.goOnAt(String(gateway.ready['url']));
      }
      await spare.kill();
      expect(await house.finish()).toEqual(house.model);
      expect(await subscriber.heard(storySize)).toEqual(house.model.changes.map((_, i) => i + 1));
    },
  );
});
