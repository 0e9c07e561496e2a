import { createTestDatabase, createEmptyDatabase } from '@vigil/tooling/testing';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';

const script = path.join(import.meta.dirname, '../dist/main.js');

/** Under which Prisma, and Vigil, apply migrations. */
const lockOfMigrations = 72_707_369;

describe('the gateway as a process', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  const start = (env: Readonly<Record<string, string>>): ChildProcess =>
    (child = fork(script, {
      env: { PATH: process.env['PATH']!, VIGIL_PORT: '0', VIGIL_LOG_LEVEL: 'warn', ...env },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    }));

  it('migrates, says where it serves, and ends in order at SIGTERM', async () => {
    const { url: databaseUrl, drop } = await createEmptyDatabase();
    const gateway = start({ DATABASE_URL: databaseUrl });
    const [{ ready, url }] = (await once(gateway, 'message')) as [{ ready: boolean; url: string }];
    expect(ready).toBe(true);
    const response = await fetch(new URL('graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ watches { id } timeline { nodes { id } } }"}',
    });
    expect(await response.json()).toEqual({ data: { watches: [], timeline: { nodes: [] } } });
    gateway.kill('SIGTERM');
    expect(await once(gateway, 'exit')).toEqual([0, null]);
    await drop();
  });

  it('that is asked to end while it starts, ends in order when it has', async () => {
    const { url: databaseUrl, drop } = await createEmptyDatabase();
    const holder = new pg.Client({ connectionString: databaseUrl });
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock($1)', [lockOfMigrations]);
    const gateway = start({ DATABASE_URL: databaseUrl });
    const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    await expect.poll(async () => (await holder.query(waiting)).rowCount, { timeout: 50_000 }).toBe(1);
    const exit = once(gateway, 'exit');
    gateway.kill('SIGTERM');
    await holder.end();
    expect(await exit).toEqual([0, null]);
    await drop();
  });

  it('ends when its parent is gone', async () => {
    const { url: databaseUrl, drop } = await createTestDatabase();
    const gateway = start({ DATABASE_URL: databaseUrl });
    await once(gateway, 'message');
    gateway.disconnect();
    expect(await once(gateway, 'exit')).toEqual([0, null]);
    await drop();
  });

  it.each([
    [{}, /BAD_SETTING: DATABASE_URL/],
    [{ DATABASE_URL: 'postgresql://vigil@127.0.0.1:1/nothing' }, /DATABASE_UNREACHABLE/],
    [{ DATABASE_URL: 'postgresql://127.0.0.1:1/nothing', VIGIL_HOST: '0.0.0.0' }, /BAD_SETTING: VIGIL_HOST/],
  ])('with %o says what is wrong and ends', async (env, message) => {
    const gateway = start(env);
    const [said, [code]] = await Promise.all([text(gateway.stderr!), once(gateway, 'exit')]);
    expect(code).toBe(1);
    expect(said).toMatch(message);
  });

  it('on a port that is taken says which', async () => {
    const { url: databaseUrl, drop } = await createTestDatabase();
    const first = start({ DATABASE_URL: databaseUrl });
    const [{ url }] = (await once(first, 'message')) as [{ url: string }];
    const second = start({ DATABASE_URL: databaseUrl, VIGIL_PORT: new URL(url).port });
    const [said] = await Promise.all([text(second.stderr!), once(second, 'exit')]);
    expect(said).toMatch(/BAD_SETTING: VIGIL_PORT.*taken/);
    first.kill('SIGKILL');
    await once(first, 'exit');
    await drop();
  });
});
