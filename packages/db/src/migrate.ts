/** Applies Prisma's own migration folder at start, without Prisma's CLI, and keeps its book as it would. */
import { VigilError } from '@vigil/errors';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
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

/**
 * Brings a database to this release's schema, under a lock, and refreshes the court table. Returns
 * the names of the migrations it applied. Throws SCHEMA_MISMATCH where the database is newer, was
 * edited, or holds a failed migration, and DATABASE_UNREACHABLE.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const migrations = await loadMigrations(path.join(import.meta.dirname, '../prisma/migrations'));
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' });
  await client.connect().catch((error: unknown) => {
    throw new VigilError(
      'DATABASE_UNREACHABLE',
      `the database does not answer: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  });
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock]);
    await client.query(book);
    const pending = await pendingOf(client, migrations);
    for (const migration of pending) await apply(client, migration);
    await client.query('SELECT vigil_ensure_partitions()');
    await seedCourts(client);
    return pending.map(({ name }) => name);
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

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql); // without parameters the whole script is one transaction
  } catch (error) {
    await client.query('DELETE FROM _prisma_migrations WHERE id = $1', [id]); // it was rolled back as a whole
    throw new VigilError(
      'SCHEMA_MISMATCH',
      `the migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}
