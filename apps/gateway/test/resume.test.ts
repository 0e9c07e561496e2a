/** The promise of the stream, over real WebSockets: whoever resumes from its last cursor gets every Change once. */
import { openDatabase, record } from '@vigil/db';
import { createTestRedis, testStores, type TestRedis } from '@vigil/tooling/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../src/identity/global-id.js';
import { openBareSubscription } from './bare-subscription.js';
import type { ItemData } from './graph.js';
import { entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

const killsOn = { Postgres: 100, Redis: 30 };
/** On Redis, which is killed and comes back empty after so many lives. */
const livesOfRedis = 8;
const writers = 4;
/** Entries of one reading. */
const batch = 500;
/** As many as the machine can write, at most. */
const perSecond = 1_000;

const query = /* GraphQL */ `
  subscription ($after: String) {
    timelineChanged(after: $after) {
      __typename
      ... on TimelineChange {
        cursor
        eventId
        kind
      }
      ... on StreamCaughtUp {
        cursor
      }
    }
  }
`;

describe.each(testStores())('a subscriber that is killed and restarted with its last cursor, on %s', (store) => {
  const kills = killsOn[store];
  let gateway: TestGateway;
  let redis: TestRedis | null = null;
  beforeAll(async () => {
    redis = store === 'Redis' ? await createTestRedis() : null;
    gateway = await openTestGateway(redis?.url);
  });
  afterAll(async () => {
    await gateway.close();
    await redis?.drop();
  });

  it(`has every Change once and in order, after ${kills} kills, while ${writers} writers write ${perSecond} Events a second`, async ({
    annotate,
  }) => {
    const { timeline } = await gateway.data('{ timeline(first: 1) { feedCursor } }');
    const enough = new AbortController();
    const began = performance.now();
    const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer, enough.signal)));
    const told: string[] = [];
    let cursor = timeline.feedCursor;
    for (let life = 0; life < kills; life++) {
      if (life % livesOfRedis === livesOfRedis - 1) await redis?.restart();
      // Some lives are too short to hear anything; most end while a message is on its way.
      const heard = await live(cursor, 20 + Math.random() * 150);
      told.push(...heard.map(textOf));
      cursor = heard.at(-1)?.cursor ?? cursor;
    }
    enough.abort();
    await writing;
    const seconds = (performance.now() - began) / 1_000;
    told.push(...(await live(cursor)).map(textOf));
    const written = await wholeLog();
    await annotate(`${written.length} changes in ${seconds.toFixed(1)} s, ${kills} lives`);
    expect(told.length).toBe(written.length);
    expect(told).toEqual(written);
  }, 120_000);

  const textOf = ({ kind, eventId }: Pick<ItemData, 'kind' | 'eventId'>): string => `${kind} ${eventId}`;

  async function wholeLog(): Promise<readonly string[]> {
    const { rows } = await gateway.db.pool.query<{ kind: string; case_id: string; event_id: string }>(
      'SELECT kind, case_id, event_id FROM change ORDER BY seq',
    );
    return rows.map(({ kind, case_id, event_id }) => textOf({ kind, eventId: toGlobalId('Event', case_id, event_id) }));
  }

  async function write(writer: number, enough: AbortSignal): Promise<void> {
    const db = await openDatabase({ url: gateway.databaseUrl, max: 1 });
    const target = await feedTarget(db, 'cacd', `writer ${writer}`);
    const began = performance.now();
    for (let n = 0; !enough.aborted; n++) {
      // All writers share a few cases, so that they wait for each other.
      const statements = Array.from({ length: batch }, (_, i) =>
        entry({ caseId: String(100 + ((writer + n) % 5)), seq: writer * 1_000_000 + n * batch + i }),
      );
      await record(db, reading(target, new Date(Date.UTC(2026, 2, 1) + n * 1_000).toISOString(), statements));
      const due = began + ((n + 1) * batch * writers * 1_000) / perSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    }
    await db.close();
  }

  /** What one life hears: until it is cut without a word, or else until it has caught up. */
  function live(after: string, cutAfterMs?: number): Promise<readonly ItemData[]> {
    return new Promise((resolve) => {
      const heard: ItemData[] = [];
      const socket = openBareSubscription(gateway.url, { query, variables: { after } }, (item) => {
        if (item.__typename === 'TimelineChange') heard.push(item);
        else if (cutAfterMs === undefined) end();
      });
      const end = (): void => {
        socket.removeAllListeners('message');
        socket.terminate();
        resolve(heard);
      };
      if (cutAfterMs !== undefined) setTimeout(end, cutAfterMs);
    });
  }
});
