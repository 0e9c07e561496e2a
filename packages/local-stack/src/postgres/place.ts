import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canReach, type Account } from './account.js';

/** Where the files of one embedded server are. */
export interface Place {
  readonly home: string;
  /** PostgreSQL's data directory. */
  readonly dataDir: string;
  /** What initdb, pg_ctl and the server say. */
  readonly log: string;
}

/** Where root keeps what the server's account must reach. */
export const SYSTEM_FOLDER = '/var/lib/vigil';

/**
 * Makes the home and says where things are in it. Where the server's account cannot reach the home (a project in
 * /root), a folder of its own under `systemFolder` stands in for it.
 */
export function settlePlace(wanted: string, account: Account | undefined, systemFolder = SYSTEM_FOLDER): Place {
  const asked = resolve(wanted);
  const home = account === undefined || isOpenTo(asked, account) ? asked : standIn(asked, systemFolder);
  makeHome(home, account);
  const real = realpathSync(home);
  return { home: real, dataDir: join(real, 'postgres'), log: join(real, 'postgres.log') };
}

/** Whether the account can reach the home, or can be let through a home that is root's alone. */
function isOpenTo(home: string, account: Account): boolean {
  if (!canReach(dirname(home), account)) return false;
  if (!existsSync(home) || canReach(home, account)) return true;
  const { uid, gid } = statSync(home);
  return uid === 0 && gid === 0;
}

function makeHome(home: string, account: Account | undefined): void {
  if (!existsSync(home)) {
    mkdirSync(dirname(home), { recursive: true });
    mkdirSync(home, { mode: 0o700 });
  }
  if (account === undefined || canReach(home, account)) return;
  // Only the server's group may pass, and may not see what is there.
  chownSync(home, 0, account.gid);
  chmodSync(home, (statSync(home).mode & 0o7700) | 0o010);
}

/** One for each home, so that two projects of root keep apart. */
function standIn(home: string, systemFolder: string): string {
  return join(systemFolder, createHash('sha256').update(home).digest('hex').slice(0, 12));
}
