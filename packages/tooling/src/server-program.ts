import { execFileSync } from 'node:child_process';
import { Client } from 'pg';
import { skipBecause } from './skip-because.js';

/**
 * The program of PostgreSQL (`pg_dump`, `pg_restore`) of the release of the server at this address, from the PATH. To be
 * called inside a test: where it is absent, or of another release, the test is skipped and says so.
 */
export async function serverProgram(name: 'pg_dump' | 'pg_restore', url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  const wanted = Number.parseInt(rows[0]!.server_version, 10);
  const found = releaseOf(name);
  if (found === wanted) return name;
  return skipBecause(`the server is PostgreSQL ${wanted}, and ${name} on the PATH is ${found ?? 'not there'}`);
}

function releaseOf(name: string): number | undefined {
  try {
    const said = execFileSync(name, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(/\) (\d+)/.exec(said)?.[1]);
  } catch {
    return undefined; // there is none, or Debian's wrapper found no release behind it
  }
}
