import { createHostGate, createMemoryGateStore, systemClock, type GateStore, type HostGate } from '@vigil/fetcher';
import type { TestStore } from '@vigil/tooling/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { openGateStore } from '../src/index.js';
import { atEnd, hasRedis, makeMigratedStore, makeRedis, storeNames, until, type Store } from './stores.js';

const url = new URL('https://ecf.court.example/');
const never = new AbortController().signal;
const visit = { url, leaseMs: 10_000, crawlDelayMs: 0 };

/** The pool that the application works with. */
function openPool({ databaseUrl }: Pick<Store, 'databaseUrl'>): Pool {
  const pool = new Pool({ connectionString: databaseUrl, options: '-c role=vigil_app', max: 4 });
  pool.on('error', () => undefined);
  atEnd(() => pool.end());
  return pool;
}

/** A store as a process of its own opens it. */
async function openStore(shared: Store): Promise<GateStore> {
  const errors: Error[] = [];
  const options = { pool: openPool(shared), redisUrl: shared.redisUrl, onError: (error: Error) => errors.push(error) };
  const store = await openGateStore(options);
  atEnd(async () => {
    await store.close();
    expect(errors).toEqual([]);
  });
  return store;
}

/** Two views of one store, as two processes have them. In memory there is one process only. */
const twoViews: Readonly<Record<TestStore | 'memory', () => Promise<readonly [GateStore, GateStore]>>> = {
  memory: async () => {
    const store = createMemoryGateStore(systemClock);
    return [store, store];
  },
  Postgres: () => openTwice('Postgres'),
  Redis: () => openTwice('Redis'),
};

async function openTwice(name: TestStore): Promise<readonly [GateStore, GateStore]> {
  const shared = await makeMigratedStore(name);
  return [await openStore(shared), await openStore(shared)];
}

describe.each(['memory', ...storeNames] as const)('the gate, its states kept in %s', (name) => {
  async function openGates(minIntervalMs: number): Promise<readonly [HostGate, HostGate]> {
    const [one, other] = await twoViews[name]();
    return [createHostGate({ minIntervalMs, store: one }), createHostGate({ minIntervalMs, store: other })];
  }

  test('lets one of many through at a time, an interval from the end of the one before', async () => {
    const gates = await openGates(30);
    const visits: { readonly startedAt: number; endedAt: number }[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const pass = await gates[n % 2]!.enter(visit, never);
        visits.push({ startedAt: performance.now(), endedAt: Infinity });
        await new Promise((resolve) => setTimeout(resolve, 5));
        visits.at(-1)!.endedAt = performance.now();
        await pass.leave({ kind: 'answered' });
      }),
    );
    expect(visits).toHaveLength(10);
    for (let n = 1; n < visits.length; n++)
      // A millisecond is what whole numbers lose.
      expect(visits[n]!.startedAt - visits[n - 1]!.endedAt).toBeGreaterThanOrEqual(29);
  });

  test('remembers a pause that the publisher asked another process for', async () => {
    const [one, other] = await openGates(0);
    await (await one.enter(visit, never)).leave({ kind: 'rate-limited', waitMs: 600_000 });
    const refusal = await other.enter(visit, never).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'FETCH_RATE_LIMITED' });
    const { retryAfterMs } = refusal as { readonly retryAfterMs: number };
    expect(retryAfterMs).toBeLessThanOrEqual(600_000);
    expect(retryAfterMs).toBeGreaterThan(500_000);
  });

  test('counts what another process asked for within the budget of the publisher', async () => {
    const [one, other] = await openGates(0);
    const within = { ...visit, budget: { perHour: 2 } };
    for (const gate of [one, other]) await (await gate.enter(within, never)).leave({ kind: 'answered' });
    for (const gate of [one, other]) {
      const refusal = await gate.enter(within, never).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'FETCH_RATE_LIMITED', details: { reason: 'budget' } });
      expect((refusal as { readonly retryAfterMs: number }).retryAfterMs).toBeGreaterThan(3_590_000);
    }
  });

  test('shares the rules of an origin for as long as they are to be kept', async () => {
    const [one, other] = await twoViews[name]();
    expect(await other.recallRobots('https://a.example')).toBeNull();
    await one.keepRobots('https://a.example', { text: 'User-agent: *' }, 60_000);
    await one.keepRobots('https://b.example', { text: null }, 60_000);
    await one.keepRobots('https://c.example', { text: 'old' }, 60_000);
    await one.keepRobots('https://c.example', { text: 'new' }, 1);
    expect(await other.recallRobots('https://a.example')).toEqual({ text: 'User-agent: *' });
    expect(await other.recallRobots('https://b.example')).toEqual({ text: null });
    await until(async () => (await other.recallRobots('https://c.example')) === null);
  });
});

interface Visit {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Starts a process that goes through the gate, and hears what it prints. */
function startProcess({ databaseUrl, redisUrl }: Store, ...words: readonly (string | number)[]) {
  const script = path.join(import.meta.dirname, 'gate-process.mjs');
  const child = spawn(process.execPath, [script, databaseUrl, redisUrl ?? '-', ...words.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  const exited = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  atEnd(kill);
  const lines = (): readonly string[] => out.split('\n').filter((line) => line !== '');
  return { exited, kill, lines, visits: () => lines().map((line) => JSON.parse(line) as Visit) };
}

describe.each(storeNames)('the gate of several processes, its states kept in %s', (name) => {
  test('never lets two of twenty visitors of two processes through at once', async () => {
    const shared = await makeMigratedStore(name);
    const processes = [startProcess(shared, 10, 30, 10_000), startProcess(shared, 10, 30, 10_000)];
    for (const { exited } of processes) expect(await exited).toEqual([0, null]);
    const visits = processes.flatMap((each) => each.visits()).toSorted((a, b) => a.startedAt - b.startedAt);
    expect(visits).toHaveLength(20);
    for (let n = 1; n < visits.length; n++)
      expect(visits[n]!.startedAt - visits[n - 1]!.endedAt).toBeGreaterThanOrEqual(29);
  });

  test('lets no more of twenty visitors of two processes through than the publisher’s budget allows', async () => {
    const shared = await makeMigratedStore(name);
    const processes = [startProcess(shared, 10, 0, 10_000, 7), startProcess(shared, 10, 0, 10_000, 7)];
    for (const { exited } of processes) expect(await exited).toEqual([0, null]);
    const lines = processes.flatMap((each) => each.lines());
    expect(lines.filter((line) => line.includes('startedAt'))).toHaveLength(7);
    expect(lines.filter((line) => line === '{"refused":"FETCH_RATE_LIMITED"}')).toHaveLength(13);
  });

  test('opens again when the lease of a process that was killed has run out', async () => {
    const shared = await makeMigratedStore(name);
    const holder = startProcess(shared, 1, 0, 1_500, 'hold');
    await until(() => holder.lines().includes('holding'));
    const held = performance.now();
    await holder.kill();
    const gate = createHostGate({ minIntervalMs: 0, store: await openStore(shared) });
    const pass = await gate.enter(visit, never);
    expect(performance.now() - held).toBeGreaterThan(1_000);
    await pass.leave({ kind: 'answered' });
  });

  test('goes by the clock of the store, in whole milliseconds', async () => {
    const shared = await makeMigratedStore(name);
    const store = await openStore(shared);
    const now = (): Promise<number> =>
      store.transact('court.example', (_, time) => ({
        state: { lease: null, endedAt: time, intervalMs: 0, troubles: {} },
        result: time,
      }));
    const before = await now();
    const ofStore = await timeOf(shared);
    const after = await now();
    expect([before, after].every(Number.isSafeInteger)).toBe(true);
    expect(before).toBeLessThanOrEqual(ofStore);
    expect(after).toBeGreaterThanOrEqual(Math.floor(ofStore));
  });

  test('keeps what a hundred steps at once have done, each on the state of the one before', async () => {
    const shared = await makeMigratedStore(name);
    const stores = [await openStore(shared), await openStore(shared)];
    const count = (store: GateStore): Promise<number> =>
      store.transact('court.example', (state, now) => {
        const intervalMs = (state?.intervalMs ?? 0) + 1;
        return { state: { lease: null, endedAt: now, intervalMs, troubles: {} }, result: intervalMs };
      });
    const counted = await Promise.all(Array.from({ length: 100 }, (_, n) => count(stores[n % 2]!)));
    expect(counted.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });
});

async function timeOf({ databaseUrl, redisUrl }: Store): Promise<number> {
  if (redisUrl !== null) {
    const redis = new Redis(redisUrl);
    const [seconds, micros] = await redis.time();
    redis.disconnect();
    return Number(seconds) * 1_000 + Number(micros) / 1_000;
  }
  const { rows } = await openPool({ databaseUrl }).query<{ now: number }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now',
  );
  return rows[0]!.now;
}

test('a gate whose database is gone lets nobody through, and says so', async () => {
  const shared = await makeMigratedStore('Postgres');
  const pool = openPool(shared);
  const store = await openGateStore({ pool, redisUrl: null, onError: () => undefined });
  await (await createHostGate({ minIntervalMs: 0, store }).enter(visit, never)).leave({ kind: 'answered' });
  const gone = openPool({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' });
  const gate = createHostGate({
    minIntervalMs: 0,
    store: await openGateStore({ pool: gone, redisUrl: null, onError: () => undefined }),
  });
  await expect(gate.enter(visit, never)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE', policy: 'retry' });
});

describe.runIf(hasRedis)('the gate whose Redis', () => {
  const open = async (redisUrl: string): Promise<HostGate> =>
    createHostGate({
      minIntervalMs: 0,
      store: await openStore({ ...(await makeMigratedStore('Postgres')), redisUrl }),
    });

  test('is flushed keeps the pauses that each process knew of', async () => {
    const redis = await makeRedis();
    const gate = await open(redis.url);
    await (await gate.enter(visit, never)).leave({ kind: 'rate-limited', waitMs: 600_000 });
    await flush(redis.url);
    await expect(gate.enter(visit, never)).rejects.toMatchObject({ code: 'FETCH_RATE_LIMITED' });
    // And whoever did not know of it hears of it again.
    await expect((await open(redis.url)).enter(visit, never)).rejects.toMatchObject({ code: 'FETCH_RATE_LIMITED' });
  });

  test('is killed lets nobody through, and goes on where it was once there is one again', async () => {
    const redis = await makeRedis();
    const gate = await open(redis.url);
    const pass = await gate.enter(visit, never);
    await redis.kill();
    await pass.leave({ kind: 'rate-limited', waitMs: 600_000 });
    await expect(gate.enter(visit, never)).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE', policy: 'retry' });
    await redis.restart();
    await until(async () => {
      const error = await gate.enter(visit, never).catch((reason: unknown) => reason);
      return (error as { readonly code: string }).code === 'FETCH_RATE_LIMITED';
    });
  });

  test('says nothing any more is given up soon', async () => {
    const redis = await makeRedis();
    const gate = await open(redis.url);
    await (await gate.enter(visit, never)).leave({ kind: 'answered' });
    const other = new Redis(redis.url);
    await other.call('CLIENT', 'PAUSE', '60000', 'ALL');
    other.disconnect();
    await expect(gate.enter(visit, never)).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE' });
  });
});

async function flush(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  await redis.flushall();
  redis.disconnect();
}
