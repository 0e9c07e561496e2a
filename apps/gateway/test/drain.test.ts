import { record, type Database } from '@vigil/db';
import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { openBareSubscription } from './bare-subscription.js';
import { openStanding, startProcess, type GatewayProcess } from './gateway-process.js';
import { entry, feedTarget, reading } from './statements.js';

const subscribers = 50;
const batch = 20;
const query = /* GraphQL */ `
  subscription ($after: String) {
    timelineChanged(after: $after) {
      ... on TimelineChange {
        cursor
      }
      ... on StreamCaughtUp {
        atCursor: cursor
      }
    }
  }
`;
const eventually = { timeout: 60_000, interval: 20 };
const roomForABusyMachine = { timeout: 180_000 };

/** A subscriber that remembers what it heard, and goes on from there at whichever gateway it is sent to. */
class Subscriber {
  public readonly cursors: string[] = [];

  /** Follows until the server ends it; resolves with the code of the end. */
  public async follow({ url }: GatewayProcess, after: string): Promise<number> {
    const variables = { after: this.cursors.at(-1) ?? after };
    const socket = openBareSubscription(url, { query, variables }, ({ cursor }) => {
      if (cursor !== undefined) this.cursors.push(cursor);
    });
    const [code] = (await once(socket, 'close')) as [number];
    return code;
  }
}

/** Holds up all that reads Watches, until it is let go. */
async function holdWatches(
  databaseUrl: string,
): Promise<{ waiting: () => Promise<number>; letGo: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('BEGIN; LOCK TABLE watch IN ACCESS EXCLUSIVE MODE');
  let ended: Promise<void> | undefined;
  const letGo = (): Promise<void> => (ended ??= client.end());
  onTestFinished(letGo);
  const waiters = `SELECT 1 FROM pg_locks WHERE relation = 'watch'::regclass AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return { waiting: async () => (await client.query(waiters)).rowCount ?? 0, letGo };
}

const isRefused = async (url: string): Promise<boolean> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const [refused] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  return refused.code === 'ECONNREFUSED';
};

describe('a gateway that is asked to end', () => {
  it('sends its subscribers away with what they need to go on, and ends its queries', roomForABusyMachine, async () => {
    const { db, databaseUrl } = await openStanding();
    const tell = await teller(db);
    const [first, second] = await Promise.all([1, 2].map(() => startProcess({ DATABASE_URL: databaseUrl })));
    const { data } = (await (await first!.ask('{ timeline { feedCursor } }')).json()) as {
      readonly data: { readonly timeline: { readonly feedCursor: string } };
    };
    const start = data.timeline.feedCursor;
    const all = Array.from({ length: subscribers }, () => new Subscriber());
    const ends = Promise.all(all.map((subscriber) => subscriber.follow(first!, start)));
    await tell();
    await expect.poll(() => all.every(({ cursors }) => cursors.length > 0), eventually).toBe(true);
    const watches = await holdWatches(databaseUrl);
    const answer = first!.ask('{ watches { id } }');
    await expect.poll(watches.waiting, eventually).toBe(1);

    // More news while it goes: whoever hears of it there or not, hears of it once.
    const [ended, told] = [first!.stop(), tell()];
    expect(new Set(await ends)).toEqual(new Set([1012]));
    await watches.letGo();
    expect(await (await answer).json()).toEqual({ data: { watches: [] } });
    expect(await ended).toEqual([0, null]);
    expect(await isRefused(first!.url)).toBe(true);

    for (const subscriber of all) void subscriber.follow(second!, start);
    await told;
    const count = await tell();
    await expect.poll(() => all.every(({ cursors }) => cursors.length >= count), eventually).toBe(true);
    expect(new Set(all.map(({ cursors }) => cursors.join(' '))).size).toBe(1);
    expect(new Set(all[0]!.cursors).size).toBe(count);
    expect(all[0]!.cursors).toHaveLength(count);
    expect(await second!.stop()).toEqual([0, null]);
  });

  it(
    'is not ready, takes no more subscribers, and does not wait for what does not end',
    roomForABusyMachine,
    async () => {
      const { databaseUrl } = await openStanding();
      const gateway = await startProcess({ DATABASE_URL: databaseUrl });
      const stalled = openBareSubscription(gateway.url, { query }, () => stalled.pause());
      onTestFinished(() => stalled.terminate());
      await expect.poll(() => stalled.isPaused, eventually).toBe(true);
      const watches = await holdWatches(databaseUrl);
      const cutOff = gateway.ask('{ watches { id } }').catch((error: unknown) => error);
      await expect.poll(watches.waiting, eventually).toBe(1);

      const began = performance.now();
      const ended = gateway.stop();
      await expect
        .poll(async () => (await fetch(new URL('readyz', gateway.url))).json(), { timeout: 4_000, interval: 10 })
        .toEqual({ ready: false, why: 'draining' });
      const late = new WebSocket(new URL('graphql', gateway.url).href.replace('http', 'ws'), 'graphql-transport-ws');
      const [refused] = (await once(late, 'error')) as [Error];
      expect(refused.message).toContain('503');
      expect(await ended).toEqual([0, null]);
      // Five seconds of grace and four to let go; a query is given thirty for its answer.
      expect(performance.now() - began).toBeLessThan(25_000);
      expect(await cutOff).toBeInstanceOf(Error);
      expect(await isRefused(gateway.url)).toBe(true);
    },
  );
});

/** Records new entries at each call, and says how many there are by then. */
async function teller(db: Database): Promise<() => Promise<number>> {
  const target = await feedTarget(db);
  let told = 0;
  return async () => {
    const statements = Array.from({ length: batch }, (_, n) => entry({ seq: told + n + 1 }));
    told += batch;
    const count = told;
    await record(db, reading(target, new Date(Date.UTC(2026, 2, 2) + count).toISOString(), statements));
    return count;
  };
}
