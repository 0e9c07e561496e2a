/** Whether the canary proves what it is to prove: from the published beat to the doorbell of the Changes, and the alarm. */
import { changeChannel, changesAfter, timelinePage, type Database } from '@vigil/db';
import { openChangeRelay } from '@vigil/queue';
import { beatAt, sources } from '@vigil/sources';
import { createTestDatabase, createTestRedis, testStores } from '@vigil/tooling/testing';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startWatchdog } from '../src/health/watchdog.js';
import { readFigures } from './figures.js';
import { openTestScraper, type TestScraper, type TestScraperOptions } from './test-scraper.js';

const eventually = { timeout: 40_000, interval: 50 };
const quarter = 15 * 60_000;

/** What a gateway serves, at a time that the test sets. */
async function serveBeat(start: number): Promise<{ readonly origin: string; now: number }> {
  const server = createServer(({ url }, response) => {
    if (url === '/canary')
      response.setHeader('content-type', 'application/json').end(JSON.stringify(beatAt(house.now)));
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const house = { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, now: start };
  return house;
}

/** The troubles that a watchdog finds beside the queue, by name. */
function watch(db: Database): () => Promise<readonly string[]> {
  const registry = new Registry();
  const rooms = { db, sources, now: Date.now };
  const dog = startWatchdog({ rooms, registry, log: pino({ level: 'silent' }), everyMs: 100 });
  onTestFinished(() => dog.close());
  return async () => {
    const figures = readFigures(await registry.metrics());
    return [...figures].flatMap(([name, count]) => (count > 0 ? [/"(.+)"/.exec(name)![1]!] : []));
  };
}

describe.each(testStores())('the canary, with the queue on %s', (store) => {
  const open = async (own: TestScraperOptions): Promise<TestScraper & { readonly url: string }> => {
    const { url, drop } = await createTestDatabase();
    onTestFinished(drop);
    const redis = store === 'Redis' ? await createTestRedis() : null;
    if (redis) onTestFinished(() => redis.drop());
    const scraper = await openTestScraper(url, { watched: false, redisUrl: redis?.url ?? null, ...own });
    onTestFinished(() => scraper.close());
    return { ...scraper, url };
  };

  it(
    'goes from the beat to the doorbell, an Event a day, and is in no list of readers',
    { timeout: 90_000 },
    async () => {
      const house = await serveBeat(Date.parse('2026-03-17T23:40:00.000Z'));
      const { db, url, options } = await open({ canaryUrl: house.origin });
      const heard: string[] = [];
      let [seen, reading] = [0, Promise.resolve()];
      const hear = async (): Promise<void> => {
        for (const { seq, kind, event } of await changesAfter(db, seen, Number.MAX_SAFE_INTEGER, 100)) {
          seen = seq;
          heard.push(`${kind} ${event?.content.occurredAt.instant ?? ''}`);
        }
      };
      const relay = openChangeRelay({
        databaseUrl: url,
        channel: changeChannel,
        redisUrl: options.redisUrl,
        onBell: () => void (reading = reading.then(hear)),
        onError: (error) => expect.fail(error.message),
        pollMs: 600_000, // what is heard was told, and not looked for
      });
      onTestFinished(() => relay.close());
      const beats = ['ADDED 2026-03-17T23:30', 'REVISED 2026-03-17T23:45', 'ADDED 2026-03-18T00:00'];
      for (const n of beats.keys()) {
        await expect.poll(() => heard, eventually).toEqual(beats.slice(0, n + 1).map((beat) => `${beat}:00.000Z`));
        house.now += quarter;
      }
      await relay.close();
      const listed = async (courts?: readonly string[]): Promise<number> =>
        (await timelinePage(db, { filter: { ...(courts && { courts }) }, orderBy: 'OCCURRED_AT', limit: 9 })).events
          .length;
      expect(await listed()).toBe(0);
      expect(await listed(['vigil'])).toBe(2);
    },
  );

  it('raises the alarm where looks go well and tell nothing, and where nobody looks', { timeout: 90_000 }, async () => {
    const house = await serveBeat(Date.now());
    const { db, scraper } = await open({ canaryUrl: house.origin });
    const troubles = watch(db);
    const told = async (): Promise<string | null> =>
      (await db.pool.query<{ at: string | null }>('SELECT max(news_at)::text AS at FROM target_health')).rows[0]!.at;
    const age = (table: string, ...columns: readonly string[]): Promise<unknown> =>
      db.pool.query(`UPDATE ${table} SET ${columns.map((it) => `${it} = now() - interval '46 minutes'`).join(', ')}`);
    await expect.poll(told, eventually).not.toBeNull();
    await expect.poll(troubles, eventually).toEqual([]);

    await age('target_health', 'news_at');
    await expect.poll(troubles, eventually).toEqual(['CANARY']);
    house.now += quarter;
    await expect.poll(troubles, eventually).toEqual([]);

    await scraper.close(1_000);
    await age('target_health', 'news_at');
    await age('target', 'created_at', 'last_checked_at');
    await expect.poll(troubles, eventually).toEqual(['CANARY', 'OVERDUE']);
  });
});
