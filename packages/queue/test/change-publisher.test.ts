import { createEmptyDatabase, type TestRedis } from '@vigil/tooling/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openChangePublisher, openChangeRelay } from '../src/index.js';
import { atEnd, hasRedis, makeRedis, openTestQueue, until } from './stores.js';

const channel = 'vigil_change';
const streamKey = '{vigil}:changes';
const never = 3_600_000;

/** A log of numbers in Postgres that notifies as that of Changes does, and a Redis to tell of it. */
async function openLog() {
  const database = await createEmptyDatabase();
  atEnd(() => database.drop());
  const client = new Client(database.url);
  await client.connect();
  atEnd(() => client.end());
  await client.query('CREATE TABLE log (seq int PRIMARY KEY)');
  const redis: TestRedis = await makeRedis();
  const control = new Redis(redis.url);
  control.on('error', () => undefined);
  atEnd(async () => control.disconnect());
  let head = 0;
  return {
    databaseUrl: database.url,
    redis,
    control,
    head: async () => head,
    /** Adds the next so many numbers. */
    grow: async (by = 1) => {
      await client.query('INSERT INTO log SELECT generate_series($1::int, $2::int)', [head + 1, head + by]);
      head += by;
      await client.query(`SELECT pg_notify('${channel}', $1)`, [String(head)]);
    },
    rowsAfter: async (seq: number): Promise<readonly number[]> => {
      const { rows } = await client.query<{ seq: number }>('SELECT seq FROM log WHERE seq > $1 ORDER BY seq', [seq]);
      return rows.map((row) => row.seq);
    },
  };
}

type Log = Awaited<ReturnType<typeof openLog>>;

function publish({ databaseUrl, redis, head }: Log): string[] {
  const errors: string[] = [];
  const publisher = openChangePublisher({
    databaseUrl,
    channel,
    redisUrl: redis.url,
    head,
    onError: ({ code }) => errors.push(code),
  });
  atEnd(() => publisher.close());
  return errors;
}

/** A relay on Redis whose own look at the log comes never, unless told otherwise, and what it rang and reported. */
function hear({ databaseUrl, redis }: Log, onBell: () => void = () => undefined, pollMs = never) {
  const [bells, errors, gaps]: [number[], string[], unknown[]] = [[], [], []];
  const relay = openChangeRelay({
    databaseUrl,
    channel,
    redisUrl: redis.url,
    pollMs,
    onBell: () => {
      bells.push(performance.now());
      onBell();
    },
    onError: ({ code }) => errors.push(code),
    onGap: (gap) => gaps.push(gap),
  });
  atEnd(() => relay.close());
  return { bells, errors, gaps, relay };
}

/** Reads the log at each bell, as a follower does. */
function follow(log: Log, pollMs = never) {
  const seen: number[] = [];
  let turn = Promise.resolve();
  const heard = hear(
    log,
    () => {
      turn = turn.then(async () => void seen.push(...(await log.rowsAfter(seen.at(-1) ?? 0))));
    },
    pollMs,
  );
  return { ...heard, seen };
}

const numbers = (upTo: number): readonly number[] => Array.from({ length: upTo }, (_, n) => n + 1);

describe.runIf(hasRedis)('news of Changes by way of Redis', () => {
  test('rings at once at a notification', async () => {
    const log = await openLog();
    const errors = publish(log);
    const { bells, errors: lost, gaps } = hear(log);
    await until(() => bells.length >= 1);
    const delays: number[] = [];
    for (let i = 0; i < 20; i++) {
      const rung = bells.length;
      const sent = performance.now();
      await log.grow();
      await until(() => bells.length > rung);
      delays.push(bells.at(-1)! - sent);
      await sleep(20);
    }
    delays.sort((a, b) => a - b);
    process.stderr.write(`relay by Redis: median ${delays[10]!.toFixed(1)} ms, slowest ${delays[19]!.toFixed(1)} ms\n`);
    expect(delays[10]).toBeLessThan(250);
    expect([errors, lost, gaps]).toEqual([[], [], []]);
  });

  test('is told once by three publishers, each entry after the one before', async () => {
    const log = await openLog();
    for (let n = 0; n < 3; n++) expect(publish(log)).toEqual([]);
    const { seen, gaps } = follow(log);
    for (let n = 0; n < 30; n++) await log.grow(1 + (n % 3));
    await until(() => seen.length === 60);
    await until(async () => (await log.control.xrevrange(streamKey, '+', '-', 'COUNT', 1))[0]?.[0] === '60-0');
    const entries = await log.control.xrange(streamKey, '-', '+');
    const seqs = entries.map(([id]) => Number.parseInt(id, 10));
    expect(new Set(seqs).size).toBe(seqs.length);
    for (const [n, [, fields]] of entries.entries())
      expect(Number(fields[1])).toBeLessThanOrEqual(n === 0 ? 0 : seqs[n - 1]!);
    expect(seen).toEqual(numbers(60));
    expect(gaps).toEqual([]);
  });

  test('loses nothing and tells nothing twice when Redis is flushed, trimmed and restarted', async () => {
    const log = await openLog();
    publish(log);
    const { seen, errors } = follow(log);
    const grown = async (by: number): Promise<void> => {
      await log.grow(by);
      const wanted = await log.head();
      await until(() => seen.length === wanted, 20_000);
    };
    await grown(3);
    await log.control.flushall();
    await grown(2);
    await log.control.xtrim(streamKey, 'MAXLEN', 0);
    await grown(2);
    await log.redis.kill();
    await log.grow(4);
    await log.redis.restart();
    await until(() => seen.length === 11, 20_000);
    await grown(1);
    expect(seen).toEqual(numbers(12));
    expect(errors).toContain('QUEUE_UNREACHABLE');
  });

  test('notices entries that were trimmed before it read them, and finds in the log what they told', async () => {
    const log = await openLog();
    const { seen, gaps, bells } = follow(log);
    await until(() => bells.length >= 1);
    await log.grow(1);
    await log.control.xadd(streamKey, '1-0', 'previous', 0);
    await until(() => seen.length === 1);
    await log.grow(4); // nobody told of 2 to 4, or what was told is gone
    await log.control.xadd(streamKey, '5-0', 'previous', 4);
    await until(() => seen.length === 5);
    expect(gaps).toEqual([{ seen: 1, previous: 4 }]);
    expect(seen).toEqual(numbers(5));
  });

  test('comes from the log each second while Redis is gone, and closing is prompt', async () => {
    const log = await openLog();
    await log.redis.kill();
    const { seen, relay, errors } = follow(log, 50);
    await log.grow(3);
    await until(() => seen.length === 3);
    await until(() => errors.length > 0);
    const start = Date.now();
    await relay.close();
    expect(Date.now() - start).toBeLessThan(10_000);
  });

  test('begins anew where the stream is of another database', async () => {
    const log = await openLog();
    await log.control.xadd(streamKey, '900-0', 'previous', 899);
    publish(log);
    await log.grow(2);
    await until(async () => (await log.control.xrange(streamKey, '-', '+')).at(-1)?.[0] === '2-0');
    expect(await log.control.xlen(streamKey)).toBeLessThanOrEqual(2);
  });

  test('keeps the stream short', async () => {
    const log = await openLog();
    await Promise.all(numbers(3_000).map((n) => log.control.xadd(streamKey, `${n}-0`, 'previous', n - 1)));
    await log.grow(3_001);
    publish(log);
    await until(async () => (await log.control.xrevrange(streamKey, '+', '-', 'COUNT', 1))[0]?.[0] === '3001-0');
    expect(await log.control.xlen(streamKey)).toBeLessThan(1_200);
  });

  test('and all else in Redis has keys that one slot of a cluster holds', async () => {
    const log = await openLog();
    publish(log);
    const queue = await openTestQueue({ databaseUrl: log.databaseUrl, redisUrl: log.redis.url });
    await queue.reconcile([{ targetId: 't', everyMs: 60_000 }]);
    await log.grow();
    await until(async () => (await log.control.exists(streamKey)) === 1);
    for (const key of await log.control.keys('*')) expect(key).toMatch(/^\{vigil\}:/);
  });
});
