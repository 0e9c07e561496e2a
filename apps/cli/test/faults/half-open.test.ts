import { testStores } from '@vigil/tooling/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openHouse } from './house.js';

describe.concurrent.each(testStores())('with the queue on %s', (store) => {
  it('connections that go dead without a word: the timeline equals the model’s', { timeout: 480_000 }, async (test) => {
    const house = await openHouse(test, store, 10);
    await house.start('scraper');
    house.begin();
    await sleep(2_000);
    house.postgres.wire.deaden();
    house.redis?.wire.deaden();
    await sleep(2_000);
    house.postgres.wire.deaden();
    expect(await house.finish()).toEqual(house.model);
  });
});
