import { checksOf, migrate, targetId } from '@vigil/db';
import { startThrowawayPostgres } from '@vigil/local-stack';
import { createTestDatabase } from '@vigil/tooling/testing';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { ScraperMetrics, startScraper } from '../src/index.js';
import { labelNames, readFigures } from './figures.js';
import { openTestScraper, type TestScraper } from './test-scraper.js';

const host = 'ecf.cacd.uscourts.gov';
const feed = targetId({ source: 'cmecf-rss', params: { court: 'cacd' } });

describe('the health of a scraper', () => {
  let house: TestScraper;
  let drop: () => Promise<void>;
  afterEach(async () => {
    await house.close();
    await drop();
  });
  const open = async (): Promise<void> => {
    const made = await createTestDatabase();
    drop = made.drop;
    house = await openTestScraper(made.url);
  };

  const told = async (path: string): Promise<readonly [number, unknown]> => {
    const response = await fetch(new URL(path, house.scraper.healthUrl));
    return [response.status, await response.json()];
  };
  const metrics = async (): Promise<string> => (await fetch(new URL('metrics', house.scraper.healthUrl))).text();
  const figure = async (name: string): Promise<number | undefined> => readFigures(await metrics()).get(name);
  const eventually = { timeout: 40_000, interval: 50 };

  it('counts Checks by Source and outcome, the lag of entries, waits, the queue and the schedules', async () => {
    await open();
    const checks = (outcome: string): string => `vigil_checks_total{source="cmecf-rss",outcome="${outcome}"}`;
    await expect.poll(() => figure(checks('NEWS')), eventually).toBe(1);
    await expect.poll(() => figure('vigil_entry_lag_seconds_count'), eventually).toBe(2);
    const lag = (await figure('vigil_entry_lag_seconds_sum'))! / 2;
    expect(lag).toBeGreaterThan(598);
    expect(lag).toBeLessThan(700);
    await expect.poll(() => figure(checks('NO_NEWS')), eventually).toBeGreaterThan(0);
    expect(await figure('vigil_entry_lag_seconds_count')).toBe(2);
    house.courthouse.fault(host, { kind: 'not-xml', times: 1 });
    await expect.poll(() => figure(checks('NOT_A_FEED')), eventually).toBe(1);

    const text = await metrics();
    const figures = readFigures(text);
    expect(figures.get('vigil_check_duration_seconds_count{source="cmecf-rss"}')).toBeGreaterThan(2);
    expect(figures.get('vigil_gate_wait_seconds_count{domain="uscourts.gov"}')).toBeGreaterThan(0);
    expect(figures.get('vigil_queue_checks{state="waiting"}')).toBeGreaterThanOrEqual(0);
    expect(figures.get('vigil_schedules{state="on_time"}')).toBe(1);
    expect(figures.get('vigil_schedules{state="overdue"}')).toBe(0);
    expect(labelNames(text)).toEqual(new Set(['source', 'outcome', 'domain', 'state', 'le', 'kind']));

    await house.db.pool.query(
      `UPDATE target SET every_ms = 3600000, last_checked_at = clock_timestamp() - interval '3 hours', not_before = clock_timestamp() + interval '1 day'`,
    );
    expect(await figure('vigil_schedules{state="overdue"}')).toBe(0);
  });

  it('counts a schedule as overdue that nobody keeps', async () => {
    await open();
    await expect.poll(() => figure('vigil_schedules{state="on_time"}'), eventually).toBe(1);
    await house.db.pool.query(`INSERT INTO target (id, source, params, title, every_ms, created_at)
      VALUES (gen_random_uuid(), 'cmecf-rss', '{}', 'nobody keeps it', NULL, clock_timestamp() - interval '1 hour')`);
    // Nobody watches it, so the scraper takes its period away whenever it compares, which may be right now.
    const overdue = async (): Promise<unknown> => {
      await house.db.pool.query(`UPDATE target SET every_ms = 60000 WHERE title = 'nobody keeps it'`);
      return await figure('vigil_schedules{state="overdue"}');
    };
    await expect.poll(overdue, eventually).toBe(1);
  });

  it('has one id from the log of a Check to its Changes, and to its failure', async () => {
    await open();
    const line = (fits: (message: string) => boolean): string | undefined =>
      house.log.find(({ msg, check }) => check !== undefined && fits(msg))?.check;
    await expect.poll(() => line((msg) => msg === 'news'), eventually).toEqual(expect.any(String));
    const { rows } = await house.db.pool.query<{ check_id: string }>('SELECT DISTINCT check_id FROM change');
    expect(rows).toEqual([{ check_id: line((msg) => msg === 'news') }]);

    house.courthouse.fault(host, { kind: 'not-xml', times: 1 });
    const failed = (): string | undefined => house.log.find(({ code }) => code === 'NOT_A_FEED')?.check;
    await expect.poll(failed, eventually).toEqual(expect.any(String));
    const failures = (await checksOf(house.db, feed, 50)).filter(({ outcome }) => outcome === 'FAILED');
    expect(failures.map(({ id }) => id)).toEqual([failed()]);
  });

  it('is not ready while it drains', async () => {
    await open();
    await expect.poll(() => told('readyz'), eventually).toEqual([200, { ready: true }]);
    house.courthouse.fault(host, { kind: 'hang', times: 1 });
    await expect.poll(() => house.courthouse.requests.at(-1)?.status, eventually).toBeNull();
    expect(await figure('vigil_queue_checks{state="active"}')).toBe(1);
    const closed = house.scraper.close(2_000);
    expect(await told('readyz')).toEqual([503, { ready: false, why: 'draining' }]);
    expect(await told('healthz')).toEqual([200, { alive: true }]);
    await closed;
    await expect(told('healthz')).rejects.toThrow('fetch failed');
  });

  it('is not ready once the database was stopped, and tells what it still knows', async () => {
    const server = await startThrowawayPostgres();
    drop = server.stop;
    await migrate(server.url);
    house = await openTestScraper(server.url, { watched: false });
    expect(await told('readyz')).toEqual([200, { ready: true }]);
    await server.stop();
    expect(await told('readyz')).toEqual([503, { ready: false, why: 'database' }]);
    expect(await told('healthz')).toEqual([200, { alive: true }]);
    expect(await figure('vigil_schedules{state="overdue"}')).toBeNaN();
    expect(await figure('vigil_queue_checks{state="waiting"}')).toBeNaN();
    expect(await figure('process_start_time_seconds')).toBeGreaterThan(0);
  });

  it('is told to this machine alone, and only at its own addresses', async () => {
    await open();
    const { healthUrl } = house.scraper;
    const status = (path: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const sent = request(new URL(path, healthUrl), { method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        sent.on('error', reject);
        sent.end();
      });
    for (const path of ['healthz', 'readyz', 'metrics', 'nothing']) {
      expect(await status(path, { host: 'evil.example' })).toBe(403);
      expect(await status(path, { origin: 'https://evil.example' })).toBe(403);
    }
    expect(await status('nothing', {})).toBe(404);
    expect(await status('healthz', {}, 'POST')).toBe(405);
    expect(await status('healthz', {}, 'HEAD')).toBe(200);
  });

  it('refuses a port that is taken, by the name of its setting', async () => {
    await open();
    const health = { host: '127.0.0.1', port: Number(new URL(house.scraper.healthUrl).port) };
    await expect(startScraper({ ...house.options, metrics: new ScraperMetrics(), health })).rejects.toMatchObject({
      code: 'BAD_SETTING',
      message: expect.stringContaining('VIGIL_SCRAPER_PORT') as string,
    });
  });
});
