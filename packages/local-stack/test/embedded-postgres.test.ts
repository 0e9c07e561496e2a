import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, isAlive, postmasterOf, startForTest } from './servers.js';
import { temporaryFolder } from './temporary-folder.js';

describe('the embedded PostgreSQL', () => {
  it('is PostgreSQL 18 in UTC, on loopback only, for 200 connections', async () => {
    const { url } = await startForTest(temporaryFolder());
    const names = ['TimeZone', 'listen_addresses', 'unix_socket_directories', 'max_connections', 'fsync'];
    const settings = names.map((name) => `current_setting('${name}') as "${name}"`).join(', ');
    expect(await ask(url, `select current_setting('server_version_num')::int / 10000 as major, ${settings}`)).toEqual([
      {
        major: 18,
        TimeZone: 'UTC',
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        max_connections: '200',
        fsync: 'on',
      },
    ]);
  });

  it('keeps its password from other accounts, and refuses a wrong one', async () => {
    const { url, dataDir } = await startForTest(temporaryFolder());
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'vigil-credentials.json')).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps its data and its address from one start to the next', async () => {
    const home = temporaryFolder();
    const said: string[] = [];
    const first = await startForTest(home, (line) => said.push(line));
    await ask(first.url, 'create table mark (n int)');
    await first.stop();
    const second = await startForTest(home, (line) => said.push(line));
    expect(await ask(second.url, 'select from mark')).toEqual([]);
    expect(second).toMatchObject({ url: first.url, dataDir: first.dataDir, alreadyRunning: false });
    expect(said).toEqual([
      `Creating the database cluster in ${first.dataDir}`,
      'Starting PostgreSQL 18',
      'Starting PostgreSQL 18',
    ]);
  });

  it('is shared by those who start it, and stopped by the last who lets go', async () => {
    const home = temporaryFolder();
    const first = await startForTest(home);
    const second = await startForTest(home);
    expect([first.alreadyRunning, second.alreadyRunning]).toEqual([false, true]);
    expect(second.url).toBe(first.url);
    const postmaster = postmasterOf(first.dataDir);
    await first.stop();
    await first.stop();
    expect(await ask(second.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await second.stop();
    expect(isAlive(postmaster)).toBe(false);
  });
});
