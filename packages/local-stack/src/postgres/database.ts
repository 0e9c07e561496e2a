import { VigilError } from '@vigil/errors';
import { tryConnect } from './connect.js';

/** Makes the database where it is missing. `admin` is the address of the maintenance database. */
export async function ensureDatabase(admin: string, database: string): Promise<void> {
  const client = await tryConnect(admin);
  if (client === undefined) throw new VigilError('EMBEDDED_POSTGRES', 'PostgreSQL went away while it was starting');
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
