import { checksOf, targetId, type Database } from '@vigil/db';
import { openQueue, type QueueCounts } from '@vigil/queue';
import { createTestDatabase } from '@vigil/tooling/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ScraperMetrics, startScraper } from '../src/index.js';
import { openHouse, startProcess } from './scraper-process.js';
import { openTestScraper, watchFeed } from './test-scraper.js';

const host = 'ecf.cacd.uscourts.gov';
const feed = targetId({ source: 'cmecf-rss', params: { court: 'cacd' } });
const eventually = { timeout: 60_000, interval: 20 };
const roomForABusyMachine = { timeout: 180_000 };

const outcomes = async (db: Database): Promise<readonly string[]> =>
  (await checksOf(db, feed, 50)).map(({ outcome }) => outcome);

/** The jobs that the queue of a database has. */
async function counts(databaseUrl: string): Promise<QueueCounts> {
  const queue = await openQueue({ databaseUrl, onError: () => undefined });
  try {
    return await queue.counts();
  } finally {
    await queue.close();
  }
}

/** How many locks of Targets and of schedules are held. */
async function locks({ pool }: Database): Promise<number | null> {
  const held =
    "SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE datname = current_database() AND locktype = 'advisory'";
  return (await pool.query(held)).rowCount;
}

describe('a scraper that is asked to end', () => {
  it(
    'finishes the Check that it has begun, leaves nothing held, and another goes on',
    roomForABusyMachine,
    async () => {
      const { db, courthouse, env } = await openHouse();
      const asked = (): number => courthouse.requests.filter(({ path }) => path.includes('rss_outside')).length;
      // The answer takes some seconds: the request to end comes in the middle of it.
      courthouse.fault(host, { kind: 'drip', bytesPerSecond: 400, times: 1 });
      const first = startProcess(env);
      const root = await first.ready;
      await expect.poll(asked, eventually).toBe(1);
      expect(await outcomes(db)).toEqual([]);
      first.child.kill('SIGTERM');
      const readyz = (): Promise<unknown> => fetch(new URL('readyz', root)).then((answer) => answer.json());
      await expect.poll(readyz, { timeout: 20_000, interval: 10 }).toEqual({ ready: false, why: 'draining' });
      expect(await first.ended).toEqual([0, null]);
      expect(await outcomes(db)).toEqual(['NEWS']);
      expect(asked()).toBe(1);
      expect(await counts(env['DATABASE_URL']!)).toMatchObject({ active: 0, failed: 0 });
      expect(await locks(db)).toBe(0);
      const { rows } = await db.pool.query<{ lease: unknown }>("SELECT state -> 'lease' AS lease FROM host_gate");
      expect(rows).toEqual([{ lease: null }]);

      const second = startProcess(env);
      await second.ready;
      await expect.poll(async () => (await outcomes(db))[0], eventually).toBe('NO_NEWS');
      second.child.kill('SIGTERM');
      expect(await second.ended).toEqual([0, null]);
    },
  );

  it('gives back a Check that its grace is too short for, and another runs it', roomForABusyMachine, async () => {
    const { url, drop } = await createTestDatabase();
    const house = await openTestScraper(url, { watched: false });
    onTestFinished(async () => {
      await house.close();
      await drop();
    });
    house.courthouse.fault(host, { kind: 'hang' });
    await watchFeed(house.db);
    await expect
      .poll(() => house.courthouse.requests.some(({ path }) => path.includes('rss_outside')), eventually)
      .toBe(true);
    await house.scraper.close(100);
    expect(await outcomes(house.db)).toEqual([]);
    expect(await counts(url)).toMatchObject({ waiting: 1, active: 0, failed: 0 });
    expect(await locks(house.db)).toBe(0);

    house.courthouse.fault(host, null);
    const second = await startScraper({ ...house.options, metrics: new ScraperMetrics() });
    const news = (): number | undefined => house.log.find(({ msg }) => msg === 'news')?.attempt;
    // The same job, not another: each time that it was taken up and given back counts.
    await expect.poll(news, eventually).toBeGreaterThan(1);
    await second.close(10_000);
  });
});
