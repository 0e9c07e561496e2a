import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startThrowawayPostgres } from '../src/index.js';
import { ask, isAlive, postmasterOf, until } from './servers.js';

const PROGRAM = fileURLToPath(new URL('programs/start-throwaway-postgres.mjs', import.meta.url));

describe('a throwaway PostgreSQL', () => {
  it('does not wait for the disk, and leaves nothing when it is stopped', async () => {
    const { url, dataDir, stop } = await startThrowawayPostgres();
    expect(await ask(url, "select current_setting('fsync') as fsync")).toEqual([{ fsync: 'off' }]);
    const postmaster = postmasterOf(dataDir);
    await stop();
    expect(isAlive(postmaster)).toBe(false);
    expect(existsSync(dirname(dataDir))).toBe(false);
  });

  it('leaves nothing when the process that started it is killed', async () => {
    const child = fork(PROGRAM, { execArgv: [] });
    const [{ dataDir }] = (await once(child, 'message')) as [{ dataDir: string }];
    const postmaster = postmasterOf(dataDir);
    expect(isAlive(postmaster)).toBe(true);
    child.kill('SIGKILL');
    await until(() => !isAlive(postmaster) && !existsSync(dirname(dataDir)));
  });
});
