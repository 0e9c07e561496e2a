/** The gateway as a process on a database of its own. All of it is gone when the test has finished. */
import { ensureLocalOrganisation, openDatabase, type Database } from '@vigil/db';
import { createTestDatabase } from '@vigil/tooling/testing';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const script = path.join(import.meta.dirname, '../dist/main.js');

/** A gateway that serves. */
export interface GatewayProcess {
  readonly url: string;
  /** Asks it to end; resolves with its exit code or signal. */
  readonly stop: () => Promise<readonly unknown[]>;
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Response>;
}

export interface Standing {
  readonly db: Database;
  readonly databaseUrl: string;
}

/** A database for gateways. */
export async function openStanding(): Promise<Standing> {
  const { url: databaseUrl, drop } = await createTestDatabase();
  const db = await openDatabase({ url: databaseUrl });
  await ensureLocalOrganisation(db);
  onTestFinished(async () => {
    await db.close();
    await drop();
  });
  return { db, databaseUrl };
}

export async function startProcess(env: Readonly<Record<string, string>>): Promise<GatewayProcess> {
  const child = fork(script, {
    env: { PATH: process.env['PATH']!, VIGIL_PORT: '0', VIGIL_LOG_LEVEL: 'warn', ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const [{ url }] = (await once(child, 'message')) as [{ readonly url: string }];
  return {
    url,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
    ask: (query, variables = {}) =>
      fetch(new URL('graphql', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      }),
  };
}
