/** The scraper as a process, and what it stands on. All of it is gone when the test has finished. */
import type { Courthouse } from '@vigil/courthouse';
import { ensureLocalOrganisation, openDatabase, type Database } from '@vigil/db';
import { createTestDatabase } from '@vigil/tooling/testing';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { startTestCourthouse, watchFeed, type LogLine } from './test-scraper.js';

const main = path.join(import.meta.dirname, '../dist/main.js');

/** A database with one watched feed, the courthouse that serves it, and a home. */
export interface House {
  readonly db: Database;
  readonly courthouse: Courthouse;
  /** The settings of a scraper in it. */
  readonly env: Readonly<Record<string, string>>;
}

export interface ScraperProcess {
  readonly child: ChildProcess;
  readonly log: readonly LogLine[];
  /** Resolves with the root of its health once it is ready. */
  readonly ready: Promise<string>;
  /** Resolves with its exit code or signal, when its last line has been heard. */
  readonly ended: Promise<readonly unknown[]>;
}

export async function openHouse(): Promise<House> {
  const { url, drop } = await createTestDatabase();
  const db = await openDatabase({ url, max: 2 });
  await ensureLocalOrganisation(db);
  await watchFeed(db);
  const courthouse = await startTestCourthouse();
  const home = await mkdtemp(path.join(tmpdir(), 'vigil-scraper-'));
  onTestFinished(async () => {
    await courthouse.close();
    await rm(home, { recursive: true, force: true });
    await db.close();
    await drop();
  });
  const env = { DATABASE_URL: url, VIGIL_HOME: home, VIGIL_SIMULATOR_URL: courthouse.origin };
  return { db, courthouse, env: { PATH: process.env['PATH']!, ...env } };
}

export function startProcess(env: House['env'], execArgv: readonly string[] = []): ScraperProcess {
  const child = fork(main, { env, execArgv: [...execArgv], stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const log: LogLine[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => log.push(JSON.parse(line) as LogLine));
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const ready = once(child, 'message').then(([{ healthUrl }]) => healthUrl as string);
  return { child, log, ready, ended };
}
