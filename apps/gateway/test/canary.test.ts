import { record } from '@vigil/db';
import { readPage } from '@vigil/source-kit';
import { beatAt, sourceById } from '@vigil/sources';
import type { Statement } from '@vigil/timeline';
import { createTestRedis, testStores } from '@vigil/tooling/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readFigures } from './figures.js';
import { changes } from './follow.js';
import { at, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

const source = sourceById('canary');

/** What the Source reads of the address at which it would look. */
async function readBeat({ url }: TestGateway): Promise<readonly Statement[]> {
  const { pathname } = new URL(source.plan({}).url);
  const response = await fetch(new URL(pathname, url));
  const page = { url, capturedAt: at(0), status: response.status, headers: Object.fromEntries(response.headers) };
  return readPage(source, {}, { ...page, body: new Uint8Array(await response.arrayBuffer()) }).statements;
}

const ageOf = async ({ url }: TestGateway): Promise<number | undefined> =>
  readFigures(await (await fetch(new URL('metrics', url))).text()).get('vigil_canary_age_seconds');

describe.each(testStores())('the canary, with Changes told of by %s', (store) => {
  const open = async (more: Parameters<typeof openTestGateway>[1]): Promise<TestGateway> => {
    const redis = store === 'Redis' ? await createTestRedis() : null;
    if (redis) onTestFinished(() => redis.drop());
    const gateway = await openTestGateway(redis?.url ?? null, more);
    onTestFinished(() => gateway.close());
    return gateway;
  };

  it('is published, and tells nothing but its beat', async () => {
    const gateway = await open({});
    const response = await fetch(new URL('canary', gateway.url));
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual(beatAt(Date.now()));
    expect(await ageOf(gateway)).toBeUndefined();
    const { status } = await fetch(new URL('canary', gateway.url), { headers: { origin: 'http://evil.example' } });
    expect(status).toBe(403);
  });

  it('is heard as a subscriber hears it, and disturbs none', async () => {
    const gateway = await open({ canary: true });
    const follower = gateway.follow(changes);
    await follower.count(1);
    const court = await feedTarget(gateway.db);
    const house = await feedTarget(gateway.db, 'vigil');
    expect(await ageOf(gateway)).toBeLessThan(60);

    await record(gateway.db, reading(court, at(1), [entry()]));
    expect(await ageOf(gateway)).toBeLessThan(60);
    const old = new Date(Date.parse(beatAt(Date.now()).beat) - 3_600_000).toISOString();
    const told = await readBeat(gateway);
    const earlier = told.map((it) => ({ ...it, content: { ...it.content, publishedAt: old } })) as readonly Statement[];
    await record(gateway.db, reading(house, at(2), earlier));
    await expect.poll(() => ageOf(gateway), { timeout: 20_000 }).toBeGreaterThan(3_500);
    await record(gateway.db, reading(house, at(3), told));
    await expect.poll(() => ageOf(gateway), { timeout: 20_000 }).toBeLessThan(1_000);

    await record(gateway.db, reading(court, at(4), [entry({ seq: 2 })]));
    const items = await follower.count(3);
    expect(items.map(({ event }) => event?.headline)).toEqual([undefined, 'Order', 'Order']);
    const { timeline } = await gateway.data('{ timeline { totalCount { atLeast } } }');
    expect(timeline).toEqual({ totalCount: { atLeast: 2 } });
    follower.stop();
  });

  it('is not counted among the subscribers', async () => {
    const gateway = await open({ canary: true });
    const text = await (await fetch(new URL('metrics', gateway.url))).text();
    expect(readFigures(text).get('vigil_subscribers')).toBe(0);
  });
});
