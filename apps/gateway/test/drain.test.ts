import { record } from '@vigil/db';
import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
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
    }
  }
`;

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

it('a gateway that is asked to end sends its subscribers away with what they need to go on, and ends', async () => {
  const { db, databaseUrl } = await openStanding();
  const target = await feedTarget(db);
  let told = 0;
  const tell = async (): Promise<void> => {
    const statements = Array.from({ length: batch }, (_, n) => entry({ seq: told + n + 1 }));
    told += batch;
    await record(db, reading(target, new Date(Date.UTC(2026, 2, 2) + told).toISOString(), statements));
  };
  const first = await startProcess({ DATABASE_URL: databaseUrl });
  const second = await startProcess({ DATABASE_URL: databaseUrl });
  const { data } = (await (await first.ask('{ timeline { feedCursor } }')).json()) as {
    readonly data: { readonly timeline: { readonly feedCursor: string } };
  };
  const start = data.timeline.feedCursor;
  const all = Array.from({ length: subscribers }, () => new Subscriber());
  const ends = Promise.all(all.map((subscriber) => subscriber.follow(first, start)));
  await tell();
  await expect.poll(() => all.every(({ cursors }) => cursors.length > 0), { timeout: 50_000 }).toBe(true);
  // More news while it goes: whoever hears of it there or not, hears of it once.
  const [ended] = await Promise.all([first.stop(), tell()]);
  expect(ended).toEqual([0, null]);
  expect(new Set(await ends)).toEqual(new Set([1012]));
  const socket = connect(Number(new URL(first.url).port), '127.0.0.1');
  const [refused] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  expect(refused.code).toBe('ECONNREFUSED');

  for (const subscriber of all) void subscriber.follow(second, start);
  await tell();
  await expect.poll(() => all.every(({ cursors }) => cursors.length >= told), { timeout: 50_000 }).toBe(true);
  const heard = new Set(all.map(({ cursors }) => cursors.join(' ')));
  expect(heard.size).toBe(1);
  expect(new Set(all[0]!.cursors).size).toBe(told);
  expect(all[0]!.cursors).toHaveLength(told);
  expect(await second.stop()).toEqual([0, null]);
});
