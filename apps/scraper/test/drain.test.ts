import { checksOf, targetId } from '@vigil/db';
import { expect, it } from 'vitest';
import { openHouse, startProcess } from './scraper-process.js';

const host = 'ecf.cacd.uscourts.gov';
const feed = targetId({ source: 'cmecf-rss', params: { court: 'cacd' } });
const eventually = { timeout: 50_000, interval: 20 };

it('a scraper that is asked to end finishes the Check that it has begun, and the next one goes on at once', async () => {
  const { db, courthouse, env } = await openHouse();
  const feedAsked = (): boolean => courthouse.requests.some(({ path }) => path.includes('rss_outside'));
  // The answer takes some seconds: the request to end comes in the middle of it.
  courthouse.fault(host, { kind: 'drip', bytesPerSecond: 400, times: 2 });
  const first = startProcess(env);
  const root = await first.ready;
  await expect.poll(feedAsked, eventually).toBe(true);
  first.child.kill('SIGTERM');
  await expect.poll(async () => (await fetch(new URL('readyz', root)).catch(() => null))?.status, eventually).toBe(503);
  expect(await first.ended).toEqual([0, null]);
  expect((await checksOf(db, feed, 5)).map(({ outcome }) => outcome)).toEqual(['NEWS']);

  courthouse.fault(host, null);
  const second = startProcess(env);
  await second.ready;
  await expect
    .poll(async () => (await checksOf(db, feed, 5)).map(({ outcome }) => outcome)[0], eventually)
    .toBe('NO_NEWS');
  second.child.kill('SIGTERM');
  expect(await second.ended).toEqual([0, null]);
});
