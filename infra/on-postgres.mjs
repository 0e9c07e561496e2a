#!/usr/bin/env node
// Runs a command on a throwaway PostgreSQL of another release than the embedded one, which the machine must have:
// `node infra/on-postgres.mjs 15 npm test -- --project @vigil/db`. The command finds the server in
// VIGIL_TEST_DATABASE_URL, and pg_dump and its like of the same release first on its PATH.
import { startThrowawayPostgres } from '@vigil/local-stack';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where Debian, Red Hat and Homebrew keep the programs of a release. */
const places = (major) => [
  `/usr/lib/postgresql/${major}/bin`,
  `/usr/pgsql-${major}/bin`,
  `/opt/homebrew/opt/postgresql@${major}/bin`,
  `/usr/local/opt/postgresql@${major}/bin`,
];
const needed = ['initdb', 'pg_ctl', 'postgres', 'pg_dump', 'pg_restore'];

/** Runs the command to its end; signals reach it by the terminal, or are handed on. */
function run([file, ...args], env) {
  const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

const [major = '', ...command] = process.argv.slice(2).filter((word, at) => at !== 1 || word !== '--');
const programs = places(major).find((folder) => needed.every((name) => existsSync(join(folder, name))));
if (!/^\d+$/.test(major) || command.length === 0) {
  console.error('Usage: node infra/on-postgres.mjs MAJOR COMMAND…');
  process.exitCode = 2;
} else if (programs === undefined) {
  console.error(`No PostgreSQL ${major} with ${needed.join(', ')} in any of ${places(major).join(', ')}.`);
  process.exitCode = 1;
} else {
  const server = await startThrowawayPostgres({ programs });
  try {
    const PATH = [programs, process.env.PATH].join(delimiter);
    process.exitCode = await run(command, { VIGIL_TEST_DATABASE_URL: server.url, PATH });
  } finally {
    await server.stop();
  }
}
