import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

interface Credentials {
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/**
 * The address of the embedded PostgreSQL of a home, running or not; null where none was made. It reads what
 * `startPostgres` wrote, and like it looks in the folder that stands in for a home of root's. Throws the system's error where this user may not read it.
 */
export async function findEmbedded(home: string): Promise<string | null> {
  const standIn = path.join('/var/lib/vigil', createHash('sha256').update(home).digest('hex').slice(0, 12));
  for (const place of [home, standIn]) {
    const text = await readFile(path.join(place, 'postgres', 'vigil-credentials.json'), 'utf8').catch(nothingThere);
    if (text === null) continue;
    const { port, user, password } = JSON.parse(text) as Credentials;
    return `postgresql://${user}:${password}@127.0.0.1:${port}/vigil`;
  }
  return null;
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
