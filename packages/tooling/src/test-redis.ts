import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.js';

/** A Redis (or Valkey) server of one test. */
export interface TestRedis {
  /** Its address, on loopback. */
  readonly url: string;
  /** Kills it, as a machine that is switched off does: nothing is kept. */
  readonly kill: () => Promise<void>;
  /** Starts it anew at the same address, empty. */
  readonly restart: () => Promise<void>;
  /** Stops it for good. */
  readonly drop: () => Promise<void>;
}

/** Where what processes share can be kept. */
export type TestStore = 'Postgres' | 'Redis';

/**
 * Every store that this machine can run, for `describe.each`: the same specification holds on each. Without a Redis
 * server it says that the tests on it are left out, or throws when VIGIL_REQUIRE_REDIS is 1. A run that is there to try
 * another PostgreSQL (VIGIL_TEST_DATABASE_URL) says nothing new of Redis.
 */
export function testStores(): readonly TestStore[] {
  if (process.env['VIGIL_TEST_DATABASE_URL'] !== undefined) return ['Postgres'];
  if (findRedis() !== undefined) return ['Postgres', 'Redis'];
  const reason = 'neither valkey-server nor redis-server is installed';
  if (process.env['VIGIL_REQUIRE_REDIS'] === '1') throw new Error(`${reason}, and VIGIL_REQUIRE_REDIS is 1`);
  process.stderr.write(`The tests on Redis are skipped: ${reason}.\n`);
  return ['Postgres'];
}

/** Starts a Redis server with these options (`--name value`), which keeps nothing on disk: about 50 milliseconds. */
export async function createTestRedis(...options: readonly string[]): Promise<TestRedis> {
  const binary = findRedis();
  if (binary === undefined) throw new Error('No Redis server is installed: ask testStores() first');
  const directory = await mkdtemp(join(tmpdir(), 'vigil-redis-'));
  const own = ['--bind', '127.0.0.1', '--dir', directory, '--save', '', ...options];
  let server: ChildProcess | undefined;
  const start = async (port: number): Promise<void> => {
    server = spawn(binary, ['--port', String(port), ...own], { stdio: ['ignore', 'pipe', 'pipe'] });
    await untilReady(server);
  };
  const kill = async (): Promise<void> => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  };
  const drop = async (): Promise<void> => {
    await kill();
    await rm(directory, { recursive: true, force: true });
  };
  const port = await startSomewhere(start).catch(async (error: unknown) => {
    await drop();
    throw error;
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    restart: async () => {
      await kill();
      await start(port);
    },
    drop,
  };
}

/** A port that was free may be taken by the time the server asks for it: then another is tried. */
async function startSomewhere(start: (port: number) => Promise<void>): Promise<number> {
  for (let left = 5; ; left -= 1) {
    const port = await freePort();
    try {
      await start(port);
      return port;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer): void => {
      said += data.toString();
      if (said.includes('Ready to accept connections')) resolve();
    };
    server.stdout!.on('data', hear);
    server.stderr!.on('data', hear);
    server.once('error', reject);
    server.once('close', () => reject(new Error(`The Redis server did not start: ${said}`)));
  });
}

function findRedis(): string | undefined {
  const directories = (process.env['PATH'] ?? '').split(delimiter);
  return ['valkey-server', 'redis-server']
    .flatMap((name) => directories.map((directory) => join(directory, name)))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
