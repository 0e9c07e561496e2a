import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import type { Account } from './account.js';

/** As whom a program runs, and the file that takes what it says. */
export interface RunOptions {
  readonly account: Account | undefined;
  readonly log: string;
}

/** Runs a program of PostgreSQL to its end. Rejects with its exit code when it is not 0. */
export function runProgram(file: string, args: readonly string[], { account, log }: RunOptions): Promise<void> {
  // A file and not a pipe: the server that `pg_ctl start` leaves behind would hold a pipe open for ever.
  const out = openSync(log, 'a', 0o600);
  return new Promise<void>((resolve, reject) => {
    const child = spawn(file, args, { ...account, cwd: '/', env: environment(), stdio: ['ignore', out, out] });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${basename(file)} ended with ${signal ?? code}`));
    });
  }).finally(() => closeSync(out));
}

/** Nothing of ours but the path: PGPORT, PGDATA and their like would change what the programs do. */
function environment(): NodeJS.ProcessEnv {
  if (process.platform !== 'win32') return { PATH: process.env['PATH'], LC_ALL: 'C' };
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('PG')));
}
