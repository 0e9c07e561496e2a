import { VigilError } from '@vigil/errors';
import {
  assertSchemaCompatibility,
  createPostgresBackend,
  DEFAULT_SCHEMA,
  LATEST_SCHEMA_VERSION,
  runMigrations,
  SchemaMigrationRequiredError,
  SchemaVersionMismatchError,
  type BackendFactory,
  type IQueueBackend,
} from 'bullmq';
import { openPool } from '@vigil/postgres';
import type { Pool } from 'pg';
import { queueUnreachable } from './queue-error.js';
import type { QueueBackend } from './queue-backend.js';

/** Two stay with the workers' LISTEN, the rest is shared by all that this process asks. */
const poolSize = 6;

/**
 * BullMQ on Postgres, in a schema of its own that is made or brought up to date here, under a lock.
 * Throws QUEUE_UNREACHABLE, or SCHEMA_MISMATCH where a newer release made the schema.
 */
export async function openPostgresBackend(databaseUrl: string): Promise<QueueBackend> {
  const pool = openPool({
    url: databaseUrl,
    max: poolSize,
    name: 'vigil-queue',
    // With a pool that it did not make, BullMQ counts on the search path to find its schema.
    session: [`search_path=${DEFAULT_SCHEMA}`],
  });
  try {
    await prepareSchema(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    factory: createPostgresBackend as BackendFactory<IQueueBackend, unknown>,
    connection: pool,
    workerConnection: pool,
    exclusively: (work) => underLock(pool, work),
    close: () => pool.end(),
  };
}

/** The lock goes with its session, so that it cannot outlive a process that dies. */
async function underLock<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let unlocked = false;
  try {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('vigil-schedules', 0))`);
    const result = await work();
    await client.query(`SELECT pg_advisory_unlock(hashtextextended('vigil-schedules', 0))`);
    unlocked = true;
    return result;
  } finally {
    client.release(!unlocked);
  }
}

async function prepareSchema(pool: Pool): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    throw queueUnreachable(error);
  });
  try {
    const version = await assertSchemaCompatibility(client).catch((error: unknown) => {
      if (error instanceof SchemaMigrationRequiredError) return 0;
      throw error;
    });
    // Only when there is something to do: CREATE SCHEMA IF NOT EXISTS wants a right even where the schema exists.
    if (version < LATEST_SCHEMA_VERSION) await runMigrations(client);
  } catch (error) {
    if (error instanceof SchemaVersionMismatchError) {
      throw new VigilError('SCHEMA_MISMATCH', error.message, { cause: error });
    }
    throw queueUnreachable(error);
  } finally {
    client.release();
  }
}
