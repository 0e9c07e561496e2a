import { createTestDatabase } from '@vigil/tooling/testing';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestCourthouse } from './test-scraper.js';

describe('the scraper as a process', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  it('says where its health is told, and ends in order at SIGTERM', async () => {
    const { url: databaseUrl, drop } = await createTestDatabase();
    const courthouse = await startTestCourthouse();
    const home = await mkdtemp(path.join(tmpdir(), 'vigil-scraper-'));
    child = fork(path.join(import.meta.dirname, '../dist/main.js'), {
      env: {
        PATH: process.env['PATH']!,
        DATABASE_URL: databaseUrl,
        VIGIL_HOME: home,
        VIGIL_SIMULATOR_URL: courthouse.origin,
        VIGIL_LOG_LEVEL: 'silent',
      },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [{ healthUrl }] = (await once(child, 'message')) as [{ healthUrl: string }];
    const response = await fetch(new URL('readyz', healthUrl));
    expect([response.status, await response.json()]).toEqual([200, { ready: true }]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await courthouse.close();
    await rm(home, { recursive: true, force: true });
    await drop();
  });
});
