import { loadArchiveKey, openArchive } from '@vigil/archive';
import { startCourthouse, type Courthouse } from '@vigil/courthouse';
import {
  addWatch,
  changesAfter,
  ensureLocalOrganisation,
  headOfChanges,
  localOrganisationId,
  openDatabase,
  timelinePage,
  type Database,
} from '@vigil/db';
import { createFetcher, createHostGate, type Fetcher } from '@vigil/fetcher';
import { openGateStore, type SharedGateStore } from '@vigil/queue';
import { sources } from '@vigil/sources';
import { createTestDatabase, createTestRedis, sharedFolder, testStores, type TestRedis } from '@vigil/tooling/testing';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ScraperMetrics, startScraper, type Scraper } from '../src/index.js';

/** Recorded feeds: file, and how many items it prints. */
const feeds = {
  ca10: 'ca10',
  ca4: 'ca4_1',
  ca6: 'ca6',
  cafc: 'cafc',
  mdb: 'mdb_1',
  nyed: 'nyed_1',
  nysb: 'nysb_1',
  wvsd: 'wvsd',
};

describe.each(testStores())('eight courts’ recorded feeds, over HTTP, on BullMQ schedules in %s', (store) => {
  let scraper: Scraper | undefined;
  let courthouse: Courthouse | undefined;
  let fetcher: Fetcher | undefined;
  let db: Database | undefined;
  let redis: TestRedis | undefined;
  let gateStore: SharedGateStore | undefined;
  let drop: (() => Promise<void>) | undefined;
  let directory = '';
  afterEach(async () => {
    await scraper?.close(5_000);
    await fetcher?.close();
    await gateStore?.close();
    await courthouse?.close();
    await db?.close();
    await drop?.();
    await redis?.drop();
    if (directory) await rm(directory, { recursive: true, force: true });
  });

  it('give 559 Events from 636 items, and a second pass adds nothing', async () => {
    const replay = sharedFolder('conformance/rss_feeds');
    const printed = await Promise.all(
      Object.values(feeds).map(
        async (name) => (await readFile(path.join(replay, `${name}.xml`), 'latin1')).match(/<item>/g)!.length,
      ),
    );
    expect(printed.reduce((sum, items) => sum + items, 0)).toBe(636);

    const made = await createTestDatabase();
    drop = made.drop;
    const database = (db = await openDatabase({ url: made.url, max: 12 }));
    await ensureLocalOrganisation(database);
    courthouse = await startCourthouse({ replay });
    directory = await mkdtemp(path.join(tmpdir(), 'vigil-replay-'));
    redis = store === 'Redis' ? await createTestRedis() : undefined;
    const redisUrl = redis?.url ?? null;
    const errors: Error[] = [];
    gateStore = await openGateStore({ pool: database.pool, redisUrl, onError: (error) => errors.push(error) });
    fetcher = createFetcher({
      userAgent: 'Vigil/0.1 (test)',
      via: courthouse.origin,
      gate: createHostGate({ minIntervalMs: 10, store: gateStore }),
    });
    const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
    for (const court of Object.keys(feeds)) {
      await addWatch(database, localOrganisationId, {
        source: 'cmecf-rss',
        params: { court },
        title: `RSS feed of ${court}`,
        courtId: court,
        label: null,
        everyMs: null,
      });
    }
    scraper = await startScraper({
      rooms: { db: database, archive, fetcher, sources, now: Date.now },
      databaseUrl: made.url,
      redisUrl,
      concurrency: 4,
      simulated: true,
      health: { host: '127.0.0.1', port: 0 },
      metrics: new ScraperMetrics(),
      log: pino({ level: 'silent' }),
    });

    const passes = async (): Promise<number> => {
      const { rows } = await database.pool.query<{ least: number; targets: number }>(
        `SELECT min(n)::int AS least, count(*)::int AS targets FROM (SELECT count(*) AS n FROM "check" WHERE outcome <> 'FAILED' GROUP BY target_id) t`,
      );
      return rows[0]!.targets === 8 ? rows[0]!.least : 0;
    };
    await vi.waitFor(async () => expect(await passes()).toBeGreaterThanOrEqual(1), { timeout: 60_000, interval: 100 });
    expect(await headOfChanges(database)).toBe(559);
    await vi.waitFor(async () => expect(await passes()).toBeGreaterThanOrEqual(2), { timeout: 60_000, interval: 100 });
    expect(await headOfChanges(database)).toBe(559);

    const counts = await database.pool.query<{ events: number; failed: number; skipped: number }>(
      `SELECT (SELECT count(*)::int FROM event) AS events, (SELECT count(*)::int FROM "check" WHERE outcome = 'FAILED') AS failed, (SELECT sum(skipped)::int FROM "check") AS skipped`,
    );
    expect(counts.rows).toEqual([{ events: 559, failed: 0, skipped: 0 }]);
    expect(new Set((await changesAfter(database, 0, 559, 1_000)).map(({ kind }) => kind))).toEqual(new Set(['ADDED']));
    const grandJury = await timelinePage(database, {
      filter: { courts: ['wvsd'], text: '"gr-00001"' },
      orderBy: 'OCCURRED_AT',
      limit: 5,
    });
    expect(grandJury.events).toHaveLength(1);
    expect(errors).toEqual([]);
  }, 180_000);
});
