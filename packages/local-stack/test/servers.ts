import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { startPostgres, type RunningPostgres } from '../src/index.js';

/** Starts the server of a home and lets go of it with the test. */
export async function startForTest(home: string, onProgress?: (line: string) => void): Promise<RunningPostgres> {
  const server = await startPostgres({ home, ...(onProgress === undefined ? {} : { onProgress }) });
  onTestFinished(() => server.stop());
  return server;
}

/** Asks one question of a database. */
export async function ask<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** The process number in a data directory's lock file. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Whether the process lives; a dead one nobody has collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false; // no such process
  }
}

/** Waits until something holds, for at most twenty seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 20_000; !holds(); await delay(25)) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${holds.toString()}`);
  }
}
