import { record } from '@vigil/db';
import pg from 'pg';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBareSubscription } from './bare-subscription.js';
import { labelNames, readFigures } from './figures.js';
import { changes } from './follow.js';
import { at, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

describe('the health of a gateway', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await openTestGateway();
  });
  afterEach(() => gateway.close());

  const told = async (path: string): Promise<readonly [number, unknown]> => {
    const response = await fetch(new URL(path, gateway.url));
    return [response.status, await response.json()];
  };
  const metrics = async (): Promise<string> => (await fetch(new URL('metrics', gateway.url))).text();
  const figure = async (name: string): Promise<number | undefined> => readFigures(await metrics()).get(name);

  /** Runs a statement beside the gateway's database, with that one's name in place of `$`. */
  const beside = async (...statements: readonly string[]): Promise<void> => {
    const url = new URL(gateway.databaseUrl);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    for (const statement of statements) await client.query(statement.replace('$', name));
    await client.end();
  };

  it('is ready while the database answers, and alive in any case', async () => {
    expect(await told('healthz')).toEqual([200, { alive: true }]);
    expect(await told('readyz')).toEqual([200, { ready: true }]);
    await beside(
      'ALTER DATABASE "$" ALLOW_CONNECTIONS false',
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '$'",
    );
    await expect.poll(() => told('readyz')).toEqual([503, { ready: false, why: 'database' }]);
    expect(await told('healthz')).toEqual([200, { alive: true }]);
    expect(await figure('vigil_subscribers')).toBe(0);
    await beside('ALTER DATABASE "$" ALLOW_CONNECTIONS true');
    await expect.poll(() => told('readyz'), { timeout: 40_000 }).toEqual([200, { ready: true }]);
  });

  it('is not ready while it drains, and ends its drain for a subscriber that does not go', async () => {
    const query = 'subscription { timelineChanged { ... on StreamCaughtUp { cursor } } }';
    await new Promise<void>((resolve) => {
      const socket = openBareSubscription(gateway.url, { query }, () => {
        socket.pause();
        resolve();
      });
    });
    const restarted = gateway.restart(3_000);
    expect(await told('readyz')).toEqual([503, { ready: false, why: 'draining' }]);
    expect(await told('healthz')).toEqual([200, { alive: true }]);
    expect(await gateway.data('{ timeline { nodes { id } } }')).toEqual({ timeline: { nodes: [] } });
    await restarted;
    expect(await told('readyz')).toEqual([200, { ready: true }]);
  });

  it('counts subscribers, and the lag of what is delivered to those that have caught up', async () => {
    const target = await feedTarget(gateway.db);
    await record(gateway.db, reading(target, at(1), [entry({ seq: 1 })]));
    const { timeline } = await gateway.data('{ timeline { feedCursor } }');
    const follower = gateway.follow(changes);
    await follower.count(1);
    expect(await figure('vigil_subscribers')).toBe(1);
    expect(await figure('vigil_delivery_lag_seconds_count')).toBe(0);

    await record(gateway.db, reading(target, at(2), [entry({ seq: 1 }), entry({ seq: 2 })]));
    await follower.count(2);
    expect(await figure('vigil_delivery_lag_seconds_count')).toBe(1);
    const lag = (await figure('vigil_delivery_lag_seconds_sum'))!;
    expect(lag).toBeGreaterThanOrEqual(0);
    expect(lag).toBeLessThan(30);

    const replayed = gateway.follow(changes, { after: timeline.feedCursor });
    await replayed.count(2);
    expect(await figure('vigil_subscribers')).toBe(2);
    expect(await figure('vigil_delivery_lag_seconds_count')).toBe(1);

    follower.stop();
    replayed.stop();
    await expect.poll(() => figure('vigil_subscribers')).toBe(0);
  });

  it('has no label but that of a bucket', async () => {
    expect(labelNames(await metrics())).toEqual(new Set(['le']));
  });

  it('is told to this machine alone', async () => {
    const status = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const sent = request(new URL(path, gateway.url), { headers: { host: 'evil.example' } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        sent.on('error', reject);
        sent.end();
      });
    for (const path of ['healthz', 'readyz', 'metrics']) expect([path, await status(path)]).toEqual([path, 403]);
  });
});
