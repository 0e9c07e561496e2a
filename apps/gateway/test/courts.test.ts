import { record, recordFailure } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, entry, feedTarget, reading } from './statements.js';
import type { CourtData } from './graph.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

describe('courts', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    const { db } = gateway;
    const target = await feedTarget(db);
    await db.pool.query('UPDATE target SET every_ms = 300000');
    await record(db, reading(target, at(1), [entry()]));
    await recordFailure(db, {
      check: { id: randomUUID(), startedAt: at(2) },
      targetId: target,
      error: new VigilError('FETCH_TIMEOUT', 'no answer within 30 s'),
      capture: null,
    });
  });
  afterAll(() => gateway.close());

  it('are known by the names that others use, too', async () => {
    const court = async (id: string): Promise<CourtData | null> =>
      (await gateway.data('query ($id: ID!) { court(id: $id) { id code kind zone } }', { id })).court;
    const found = await court('nyed');
    expect(found).toMatchObject({ code: 'nyed', kind: 'DISTRICT', zone: 'America/New_York' });
    expect(await court('EDNY')).toEqual(found);
    expect(await court(found!.id)).toEqual(found);
    expect(await court('nowhere')).toBeNull();
  });

  it('without a feed say so', async () => {
    const { courts } = await gateway.data(
      '{ courts(filter: { hasFeed: false }) { code feed { statement status url } } }',
    );
    expect(courts.length).toBeGreaterThan(0);
    for (const { feed } of courts)
      expect(feed).toMatchObject({ status: 'NONE', statement: expect.stringMatching(/^No feed for this court/) });
    const { courts: others } = await gateway.data('{ courts(filter: { hasFeed: true }) { feed { url } } }');
    for (const { feed } of others) expect(feed.url).toMatch(/^https?:/);
  });

  it('are filtered by kind and by a part of their name', async () => {
    const { courts } = await gateway.data(
      '{ courts(filter: { kinds: [DISTRICT], text: "central district of cal" }) { code } }',
    );
    expect(courts).toEqual([{ code: 'cacd' }]);
  });

  it('tell what is watched of them, when it could be seen, and why it cannot be seen now', async () => {
    const { court } = await gateway.data(`{
      court(id: "cacd") {
        targets { title every failures lastSucceededAt error { code title wayOut } court { code } checks(first: 5) { outcome error { code } message changes } coverage { state } }
        coverage(first: 5) { state reason message from to recovered target { title } }
      }
    }`);
    expect(court!.targets).toEqual([
      {
        title: 'RSS feed of cacd',
        every: 'PT5M',
        failures: 1,
        lastSucceededAt: at(1),
        error: { code: 'FETCH_TIMEOUT', title: 'The publisher did not answer in time', wayOut: expect.any(String) },
        court: { code: 'cacd' },
        checks: [
          { outcome: 'FAILED', error: { code: 'FETCH_TIMEOUT' }, message: 'no answer within 30 s', changes: 0 },
          { outcome: 'NEWS', error: null, message: null, changes: 1 },
        ],
        coverage: [{ state: 'BLIND' }, { state: 'SEEING' }],
      },
    ]);
    expect(court!.coverage[0]).toEqual({
      state: 'BLIND',
      reason: 'FETCH_TIMEOUT',
      message: 'no answer within 30 s',
      from: at(1),
      to: null,
      recovered: null,
      target: { title: 'RSS feed of cacd' },
    });
  });
});
