import { VigilError } from '@vigil/errors';
import type pg from 'pg';
import { placeOf } from './database-error.js';

const oldestServer = 150_000;

/**
 * Asserts that a session is one Vigil can work in, before anything is written: adapter-pg ignores a session's zone and
 * would write shifted times (prisma/orm #26786, #28629). Throws DATABASE_TOO_OLD, DATABASE_ENCODING or DATABASE_ZONE.
 */
export async function assertServer(client: pg.Client | pg.Pool, url: string): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; zone: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
       current_setting('TimeZone') AS zone`,
  );
  const { version, encoding, zone } = rows[0]!;
  if (version < oldestServer) {
    const release = Math.floor(version / 10_000);
    throw new VigilError(
      'DATABASE_TOO_OLD',
      `the server of ${placeOf(url)} is PostgreSQL ${release}, and 15 or later is wanted`,
    );
  }
  if (encoding !== 'UTF8')
    throw new VigilError('DATABASE_ENCODING', `the database ${placeOf(url)} is in ${encoding}, and must be in UTF8`);
  if (zone !== 'UTC')
    throw new VigilError(
      'DATABASE_ZONE',
      `a session of ${placeOf(url)} that asked for UTC is in ${zone}: the zone it asked for did not reach the server`,
    );
}
