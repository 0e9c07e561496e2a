import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
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

  it('may be another PostgreSQL that the machine has, and says so where there is none', async ({ skip }) => {
    const programs = '/usr/lib/postgresql/15/bin';
    await expect(startThrowawayPostgres({ programs: '/nowhere' })).rejects.toMatchObject({
      code: 'EMBEDDED_POSTGRES',
      message: 'There is no PostgreSQL in /nowhere',
    });
    if (!existsSync(programs)) {
      process.stderr.write(`Skipped the other PostgreSQL: ${programs} is not here\n`);
      skip();
    }
    const { url, stop } = await startThrowawayPostgres({ programs });
    onTestFinished(stop);
    const settings = "select current_setting('server_version') as version, current_setting('TimeZone') as zone";
    expect(await ask(url, settings)).toEqual([{ version: expect.stringMatching(/^15\./), zone: 'UTC' }]);
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
