import { createTestDatabase, createTestRedis, testStores } from '@vigil/tooling/testing';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { startTestCourthouse } from './test-scraper.js';

describe('the scraper as a process', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  /** The settings of a scraper on a database, a courthouse and a home of this test. */
  async function settings(): Promise<Readonly<Record<string, string>>> {
    const { url, drop } = await createTestDatabase();
    const courthouse = await startTestCourthouse();
    const home = await mkdtemp(path.join(tmpdir(), 'vigil-scraper-'));
    onTestFinished(async () => {
      await courthouse.close();
      await rm(home, { recursive: true, force: true });
      await drop();
    });
    return {
      PATH: process.env['PATH']!,
      DATABASE_URL: url,
      VIGIL_HOME: home,
      VIGIL_SIMULATOR_URL: courthouse.origin,
      VIGIL_LOG_LEVEL: 'silent',
    };
  }

  function start(env: Readonly<Record<string, string>>): ChildProcess {
    const main = path.join(import.meta.dirname, '../dist/main.js');
    return (child = fork(main, { env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }));
  }

  it.each(testStores())('says where its health is told, and ends in order at SIGTERM, on %s', async (store) => {
    const redis = store === 'Redis' ? await createTestRedis() : null;
    if (redis) onTestFinished(redis.drop);
    const scraper = start({ ...(await settings()), REDIS_URL: redis?.url ?? '' });
    const [{ healthUrl }] = (await once(scraper, 'message')) as [{ healthUrl: string }];
    const response = await fetch(new URL('readyz', healthUrl));
    expect([response.status, await response.json()]).toEqual([200, { ready: true }]);
    scraper.kill('SIGTERM');
    expect(await once(scraper, 'exit')).toEqual([0, null]);
  });

  it.runIf(testStores().includes('Redis'))('does not start on a Redis that evicts, and says what to do', async () => {
    const redis = await createTestRedis('--maxmemory-policy', 'allkeys-lru');
    onTestFinished(redis.drop);
    const scraper = start({ ...(await settings()), REDIS_URL: redis.url });
    let said = '';
    scraper.stderr!.on('data', (data: Buffer) => (said += data.toString()));
    expect(await once(scraper, 'close')).toEqual([1, null]);
    expect(said).toMatch(/QUEUE_UNSAFE: .*allkeys-lru.*\n {2}Use Redis 6\.2/);
  });
});
