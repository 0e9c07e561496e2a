import { createEmptyDatabase } from '@vigil/tooling/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import pg from 'pg';
import { migrate, openDatabase } from '../src/index.js';

describe('migrate', () => {
  const drops: (() => Promise<void>)[] = [];
  const empty = async (): Promise<string> => {
    const { url, drop } = await createEmptyDatabase();
    drops.push(drop);
    return url;
  };
  afterEach(async () => {
    for (const drop of drops.splice(0)) await drop();
  });
  const run = async (url: string, sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql);
    await client.end();
  };

  it('twenty at once on an empty database apply each migration once', async () => {
    const url = await empty();
    const applied = await Promise.all(Array.from({ length: 20 }, () => migrate(url)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate(url)).toEqual([]);
  });

  it('refuses a database of a newer release, and one whose migration was edited', async () => {
    const url = await empty();
    await migrate(url);
    await run(url, `UPDATE _prisma_migrations SET checksum = 'other'`);
    await expect(migrate(url)).rejects.toMatchObject({
      code: 'SCHEMA_MISMATCH',
      message: expect.stringContaining('edited'),
    });
    await run(url, `UPDATE _prisma_migrations SET migration_name = '29990101000000_from_the_future'`);
    await expect(migrate(url)).rejects.toMatchObject({
      code: 'SCHEMA_MISMATCH',
      message: expect.stringContaining('29990101000000_from_the_future'),
    });
  });

  it('a process that dies in the middle of a migration leaves nothing of it, and the next one goes on', async () => {
    const url = await empty();
    const [blocker, killer] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
    try {
      await Promise.all([blocker.connect(), killer.connect()]);
      // A table of the same name, not yet there for others, makes the migration wait.
      await blocker.query('BEGIN; CREATE TABLE court ()');
      const ended = migrate(url).catch((error: unknown) => error);
      const killed = async (): Promise<boolean> => {
        const waiting =
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        return (await killer.query(waiting)).rowCount === 1;
      };
      await vi.waitUntil(killed, { timeout: 30_000, interval: 20 });
      expect(await ended).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    } finally {
      await Promise.all([blocker.end(), killer.end()]);
    }
    expect((await migrate(url)).length).toBeGreaterThan(0);
    expect(await migrate(url)).toEqual([]);
  });

  it('a server that is not there is said', async () => {
    await expect(migrate('postgresql://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
    });
    await expect(openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none' })).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
    });
  });

  it('every session of an opened database is in UTC, whatever the database says', async () => {
    const url = await empty();
    await migrate(url);
    await run(
      url,
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET TimeZone = ''Asia/Kolkata''', current_database()); END $$`,
    );
    const db = await openDatabase({ url });
    expect((await db.pool.query('SHOW TimeZone')).rows).toEqual([{ TimeZone: 'UTC' }]);
    await db.close();
  });
});
