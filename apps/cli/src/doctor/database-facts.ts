/** What a database says of itself, asked in one read-only session that makes and changes nothing. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** A migration by its name and the SHA-256 of its text. */
export interface Migration {
  readonly name: string;
  readonly checksum: string;
}

/** A migration in the database's book. */
export interface AppliedMigration extends Migration {
  /** False where it failed half-way. */
  readonly finished: boolean;
}

/** What this session's user can do as `vigil_app`. */
export interface RoleFacts {
  readonly user: string;
  /** Whether the user may make the role, as the first migration does. */
  readonly mayMake: boolean;
  readonly exists: boolean;
  readonly takeable: boolean;
  /** Whether the role passes by row-level security: a superuser, BYPASSRLS, or the owner of tables. */
  readonly tooStrong: boolean;
}

/** Checks in the queue that is kept in PostgreSQL. */
export interface QueueFacts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  /** How long the oldest of the waiting has waited, in milliseconds; null where none waits. */
  readonly longestWaitMs: number | null;
}

/** What is known of a database that answers. */
export interface DatabaseFacts {
  /** `server_version_num`: 150004 is 15.4. */
  readonly version: number;
  readonly encoding: string;
  /** Of a session that asked for UTC. */
  readonly zone: string;
  /** How far its clock is ahead of this machine's, in milliseconds. */
  readonly aheadMs: number;
  readonly role: RoleFacts;
  /** Null where the user may not read the book. */
  readonly applied: readonly AppliedMigration[] | null;
  /** Null where no queue was made yet, or the user may not see it. */
  readonly queue: QueueFacts | null;
}

const roleName = 'vigil_app';
const sessionOptions = '-c TimeZone=UTC -c default_transaction_read_only=on -c statement_timeout=10000';
const patienceMs = 5_000;

/** Asks a database. Throws the driver's error where it does not answer. */
export async function readDatabaseFacts(url: string): Promise<DatabaseFacts> {
  const client = new pg.Client({ connectionString: url, options: sessionOptions, connectionTimeoutMillis: patienceMs });
  client.on('error', () => undefined); // told by the query that it breaks
  try {
    await client.connect();
    const asked = Date.now();
    const { now, ...server } = await one<{ version: number; encoding: string; zone: string; now: number }>(
      client,
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
         current_setting('TimeZone') AS zone, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now`,
    );
    const aheadMs = Math.round(now - (asked + Date.now()) / 2);
    const applied = await readApplied(client);
    return { ...server, aheadMs, applied, queue: await readQueue(client), role: await readRole(client) };
  } finally {
    await client.end();
  }
}

async function one<Row extends object>(client: pg.Client, sql: string): Promise<Row> {
  const { rows } = await client.query<Row>(sql);
  return rows[0]!;
}

/** Rows, or that the table is not there, or not for this user. */
async function ifThere<Row extends object>(
  client: pg.Client,
  sql: string,
): Promise<readonly Row[] | 'hidden' | 'none'> {
  try {
    return (await client.query<Row>(sql)).rows;
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (code === '42P01') return 'none';
    if (code === '42501') return 'hidden';
    throw error;
  }
}

async function readApplied(client: pg.Client): Promise<readonly AppliedMigration[] | null> {
  const rows = await ifThere<AppliedMigration>(
    client,
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished FROM public._prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  if (rows === 'hidden') return null;
  return rows === 'none' ? [] : rows;
}

async function readQueue(client: pg.Client): Promise<QueueFacts | null> {
  const rows = await ifThere<QueueFacts>(
    client,
    `SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'active')::int AS active,
       count(*) FILTER (WHERE state = 'delayed')::int AS delayed, count(*) FILTER (WHERE state = 'failed')::int AS failed,
       (extract(epoch FROM clock_timestamp()) * 1000 - min(added_at_ms) FILTER (WHERE state = 'waiting'))::float8 AS "longestWaitMs"
     FROM bullmq.job WHERE queue = 'vigil-checks'`,
  );
  return typeof rows === 'string' ? null : rows[0]!;
}

/** Takes the role, which is the one proof that it can be taken; the session ends right after. */
async function readRole(client: pg.Client): Promise<RoleFacts> {
  const { user, mayMake, exists } = await one<{ user: string; mayMake: boolean; exists: boolean }>(
    client,
    `SELECT rolname AS user, rolsuper OR rolcreaterole AS "mayMake",
       EXISTS (SELECT FROM pg_roles WHERE rolname = '${roleName}') AS exists
     FROM pg_roles WHERE rolname = session_user`,
  );
  const takeable = await client.query(`SET ROLE ${roleName}`).then(
    () => true,
    () => false,
  );
  const { tooStrong } = await one<{ tooStrong: boolean }>(
    client,
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '${roleName}' AND (rolsuper OR rolbypassrls))
       OR EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tableowner = '${roleName}') AS "tooStrong"`,
  );
  return { user, mayMake, exists, takeable, tooStrong };
}

/** The migrations of this release, in their order. */
export async function knownMigrations(): Promise<readonly Migration[]> {
  const folder = fileURLToPath(new URL('../prisma/migrations', import.meta.resolve('@vigil/db')));
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return await Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'));
      return { name, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
