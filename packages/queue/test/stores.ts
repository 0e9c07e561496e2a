/** The stores a queue can be kept in, each real and each test's own. */
import { createEmptyDatabase } from '@vigil/tooling/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect } from 'vitest';
import { openQueue, type CheckQueue, type QueueOptions, type ReportError } from '../src/index.js';

export interface Store {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
}

const binary = findRedis();
if (!binary)
  process.stderr.write('The tests on Redis are skipped: neither valkey-server nor redis-server is installed.\n');

/** Every store that this machine can run: the same specification holds on each. */
export const storeNames = binary ? (['Postgres', 'Redis'] as const) : (['Postgres'] as const);
export type StoreName = (typeof storeNames)[number];

const endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Runs after the test, the latest first. */
export function atEnd(end: () => Promise<unknown>): void {
  endings.push(end);
}

/** A store of its own for this test. */
export async function makeStore(name: StoreName): Promise<Store> {
  const database = await createEmptyDatabase();
  atEnd(() => database.drop());
  return { databaseUrl: database.url, redisUrl: name === 'Redis' ? await startRedis() : null };
}

/** A queue that is closed at the test's end; an error that the test does not listen to fails it. */
export async function openTestQueue(store: Store, onError?: ReportError): Promise<CheckQueue> {
  if (onError === undefined) {
    const errors: Error[] = [];
    atEnd(async () => expect(errors).toEqual([]));
    onError = (error) => errors.push(error);
  }
  const options: QueueOptions = { ...store, onError };
  const queue = await openQueue(options);
  atEnd(() => queue.close());
  return queue;
}

/** Waits until `condition` holds; throws after `ms` milliseconds. Returns how long it took. */
export async function until(condition: () => boolean | Promise<boolean>, ms = 10_000): Promise<number> {
  const start = Date.now();
  while (!(await condition())) {
    if (Date.now() - start > ms) throw new Error(`not so after ${ms} ms: ${condition.toString()}`);
    await sleep(10);
  }
  return Date.now() - start;
}

async function startRedis(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'vigil-redis-'));
  const socket = path.join(directory, 'redis.sock');
  const server = spawn(binary!, ['--port', '0', '--unixsocket', socket, '--dir', directory, '--save', ''], {
    stdio: 'ignore',
  });
  const exited = once(server, 'exit');
  atEnd(async () => {
    server.kill('SIGKILL');
    await exited;
    await rm(directory, { recursive: true, force: true });
  });
  await until(() => answers(socket));
  return socket;
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => resolve(true)).on('error', () => resolve(false));
    connection.on('connect', () => connection.end());
  });
}

function findRedis(): string | undefined {
  const directories = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = ['valkey-server', 'redis-server'].flatMap((name) =>
    directories.map((dir) => path.join(dir, name)),
  );
  return candidates.find((file) => isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
