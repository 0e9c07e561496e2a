/** Applies Prisma's own migration folder at start, without Prisma's CLI, and keeps its book as it would. */
import { VigilError } from '@vigil/errors';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { assertServer } from './assert-server.js';
import { asConnectError, asDatabaseError, placeOf } from './database-error.js';
import { seedCourts } from './seed-courts.js';

/** Prisma's own advisory lock, so that this and `prisma migrate deploy` exclude each other. */
const prismaLock = 72_707_369;

const book = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** A server that takes a connection and then says nothing must not keep a start waiting for ever; milliseconds. */
const patienceMs = 10_000;

/**
 * Brings a database to this release's schema, under a lock, and refreshes the court table. Returns
 * the names of the migrations it applied. Throws SCHEMA_MISMATCH where the database is newer, was
 * edited, or holds a failed migration, and what `assertServer` and `asDatabaseError` say of a server that cannot be used.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const migrations = await loadMigrations(path.join(import.meta.dirname, '../prisma/migrations'));
  placeOf(url); // throws before anything else where the address cannot be read
  const client = new pg.Client({
    connectionString: url,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: patienceMs,
  });
  client.on('error', () => undefined); // told by the query that it breaks
  try {
    await client.connect().catch((error: unknown) => {
      throw asConnectError(error, url);
    });
    await assertServer(client, url);
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock]);
    await client.query(book);
    const pending = await pendingOf(client, migrations);
    for (const migration of pending) await apply(client, migration, url);
    await client.query('SELECT vigil_ensure_partitions()');
    await seedCourts(client);
    return pending.map(({ name }) => name);
  } catch (error) {
    throw asDatabaseError(error, url);
  } finally {
    await client.end(); // gives the lock back
  }
}

async function loadMigrations(directory: string): Promise<readonly Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function pendingOf(client: pg.Client, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const ours = known.get(row.name);
    if (!row.finished)
      throw new VigilError('SCHEMA_MISMATCH', `the migration ${row.name} failed half-way in this database`);
    if (!ours)
      throw new VigilError(
        'SCHEMA_MISMATCH',
        `the database holds the migration ${row.name}, which this release does not know`,
      );
    if (ours.checksum !== row.checksum)
      throw new VigilError('SCHEMA_MISMATCH', `the migration ${row.name} was edited after it was applied`);
  }
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

/** All or nothing: a process that is killed, and a server that stops or is full, leave no migration half done. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration, url: string): Promise<void> {
  const entry = 'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)';
  const finish = 'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1';
  const id = randomUUID();
  try {
    await client.query('BEGIN');
    await client.query(entry, [id, checksum, name]);
    await client.query(sql);
    await client.query(finish, [id]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // a server that is gone has rolled back by itself
    const known = asDatabaseError(error, url);
    if (known instanceof VigilError) throw known;
    const reason = error instanceof Error ? error.message : String(error);
    throw new VigilError('SCHEMA_MISMATCH', `the migration ${name} failed: ${reason}`, { cause: error });
  }
}
