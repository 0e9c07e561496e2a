import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serverAccount } from '../src/postgres/account.js';
import { ask, isAlive, postmasterOf, startForTest, until } from './servers.js';
import { temporaryFolder } from './temporary-folder.js';

describe('an embedded PostgreSQL that was not stopped in order', () => {
  it('recovers what was committed after its own death', async () => {
    const home = temporaryFolder();
    const first = await startForTest(home);
    await ask(first.url, 'create table mark (n int)');
    const postmaster = postmasterOf(first.dataDir);
    process.kill(postmaster, 'SIGKILL');
    await until(() => !isAlive(postmaster));
    const second = await startForTest(home);
    expect(second.alreadyRunning).toBe(false);
    expect(await ask(second.url, 'select from mark')).toEqual([]);
  });

  it('starts although another program has got the process number of its dead server', async () => {
    const home = temporaryFolder();
    const { dataDir, ...first } = await startForTest(home);
    const lockFile = join(dataDir, 'postmaster.pid');
    const [, ...rest] = readFileSync(lockFile, 'utf8').split('\n');
    await first.stop();
    // A program of the same account: PostgreSQL itself takes it for its own server and refuses to start.
    const stranger = spawn('sleep', ['60'], { ...serverAccount(), cwd: '/', stdio: 'ignore' });
    onTestFinished(() => void stranger.kill('SIGKILL'));
    await once(stranger, 'spawn');
    writeFileSync(lockFile, [stranger.pid, ...rest].join('\n'));
    const second = await startForTest(home);
    expect(await ask(second.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(stranger.exitCode).toBeNull();
  });

  it('moves to another port when somebody has taken its own, and remembers that', async () => {
    const home = temporaryFolder();
    const first = await startForTest(home);
    await first.stop();
    const port = Number(new URL(first.url).port);
    const stranger = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    await once(stranger, 'listening');
    const second = await startForTest(home);
    expect(Number(new URL(second.url).port)).not.toBe((stranger.address() as AddressInfo).port);
    expect(await ask(second.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await second.stop();
    stranger.close();
    const third = await startForTest(home);
    expect(third.url).toBe(second.url);
  });
});
