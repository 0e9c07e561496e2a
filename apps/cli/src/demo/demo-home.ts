import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { closing, type Later } from '../house/closing.js';
import { openCurrent } from '../house/with-house.js';
import { keepPostgres, type KeptPostgres, type ProcessOptions } from '../stack/processes.js';

/** The demo's own database, which no other run of the demo uses now. */
export interface DemoDatabase {
  readonly db: Database;
  readonly postgres: KeptPostgres;
}

/** Opens the demo's database. Throws BAD_INPUT while another demo runs in this home. */
export async function openDemoDatabase(home: string, options: ProcessOptions, later: Later): Promise<DemoDatabase> {
  const postgres = await keepPostgres(home, options);
  later(() => postgres.stop());
  const db = await openCurrent(postgres.url);
  later(() => db.close());
  // The lock lives in a session of the database, so that a killed demo has given it back.
  const session = await db.pool.connect();
  later(async () => session.release(true));
  const { rows } = await session.query<{ taken: boolean }>(
    "SELECT pg_try_advisory_lock(hashtextextended('vigil demo', 0)) AS taken",
  );
  if (rows[0]?.taken !== true) throw new VigilError('BAD_INPUT', `the demo runs already, in ${home}`);
  return { db, postgres };
}

/** Removes all that earlier demos left in their home. Throws BAD_INPUT while one runs. */
export async function forgetDemo(home: string, options: ProcessOptions): Promise<void> {
  const dataDir = await closing(async (later) => (await openDemoDatabase(home, options, later)).postgres.dataDir);
  if (existsSync(path.join(dataDir, 'postmaster.pid')))
    throw new VigilError('BAD_INPUT', `another process uses the demo's database, in ${dataDir}`);
  // The data may lie elsewhere than the home: where the server's account cannot reach it.
  for (const folder of [dataDir, home]) await rm(folder, { recursive: true, force: true });
}
