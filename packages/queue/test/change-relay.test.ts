import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEmptyDatabase } from '@vigil/tooling/testing';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { openChangeRelay, type ChangeRelayOptions } from '../src/index.js';
import { atEnd, until } from './stores.js';

const channel = 'vigil_change';

/** A relay that never polls within a test unless told to, and the times of its bells. */
function listen(options: Pick<ChangeRelayOptions, 'databaseUrl'> & Partial<ChangeRelayOptions>) {
  const bells: number[] = [];
  const errors: string[] = [];
  const relay = openChangeRelay({
    channel,
    pollMs: 3_600_000,
    onBell: () => bells.push(performance.now()),
    onError: (error) => errors.push(error.code),
    ...options,
  });
  atEnd(() => relay.close());
  return { bells, errors, relay };
}

async function openDatabase(): Promise<{ readonly databaseUrl: string; readonly client: Client }> {
  const database = await createEmptyDatabase();
  const client = new Client(database.url);
  await client.connect();
  atEnd(async () => {
    await client.end();
    await database.drop();
  });
  return { databaseUrl: database.url, client };
}

test('the bell rings once it listens, and at once at a notification', async () => {
  const { databaseUrl, client } = await openDatabase();
  const { bells } = listen({ databaseUrl });
  await until(() => bells.length === 1);
  const delays: number[] = [];
  for (let i = 0; i < 20; i++) {
    const rung = bells.length;
    const sent = performance.now();
    await client.query(`NOTIFY ${channel}`);
    await until(() => bells.length > rung);
    delays.push(bells.at(-1)! - sent);
    await sleep(20);
  }
  delays.sort((a, b) => a - b);
  process.stderr.write(`relay: median ${delays[10]!.toFixed(1)} ms, slowest ${delays.at(-1)!.toFixed(1)} ms\n`);
  expect(delays[10]).toBeLessThan(250);
});

test('a notification of a transaction that is not committed rings no bell', async () => {
  const { databaseUrl, client } = await openDatabase();
  const { bells } = listen({ databaseUrl });
  await until(() => bells.length === 1);
  await client.query('BEGIN');
  await client.query(`NOTIFY ${channel}`);
  await client.query('ROLLBACK');
  await client.query('NOTIFY another_channel');
  await sleep(200);
  expect(bells).toHaveLength(1);
});

test('after its connection was cut it reports that, listens again and rings, since it may have missed something', async () => {
  const { databaseUrl, client } = await openDatabase();
  const { bells, errors } = listen({ databaseUrl });
  for (let cuts = 1; cuts <= 3; cuts++) {
    await until(() => bells.length === cuts);
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vigil-relay'
      AND datname = current_database()`);
    await until(() => errors.length === cuts);
  }
  await until(() => bells.length === 4);
  await client.query(`NOTIFY ${channel}`);
  await until(() => bells.length === 5);
  expect(errors).toEqual(['DATABASE_UNREACHABLE', 'DATABASE_UNREACHABLE', 'DATABASE_UNREACHABLE']);
});

test('the bell rings by itself while there is no database, and closing is prompt', async () => {
  const { bells, errors, relay } = listen({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', pollMs: 50 });
  await until(() => bells.length >= 5);
  expect(errors.length).toBeGreaterThanOrEqual(1);
  const start = Date.now();
  await relay.close();
  expect(Date.now() - start).toBeLessThan(5_000);
  const rung = bells.length;
  await sleep(200);
  expect(bells).toHaveLength(rung);
});

test('a server that accepts and then says nothing does not hold up the closing', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await until(() => silent.listening);
  atEnd(async () => silent.close());
  const { port } = silent.address() as AddressInfo;
  const { relay } = listen({ databaseUrl: `postgres://nobody@127.0.0.1:${port}/none` });
  await sleep(200);
  const start = Date.now();
  await relay.close();
  expect(Date.now() - start).toBeLessThan(1_500);
});
