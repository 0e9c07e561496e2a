import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask, isAlive, postmasterOf, startForTest, until } from './servers.js';
import { temporaryFolder } from './temporary-folder.js';

const PROGRAM = fileURLToPath(new URL('programs/start-postgres.mjs', import.meta.url));

interface Started {
  readonly url: string;
  readonly alreadyRunning: boolean;
}

function startProcess(home: string): { child: ChildProcess; started: Promise<Started>; exited: Promise<unknown> } {
  const child = fork(PROGRAM, [home], { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  return { child, exited, started: once(child, 'message').then(([message]) => message as Started) };
}

describe('processes that start the embedded PostgreSQL of one home', () => {
  it('at the same moment all get the same server, and one of them started it', async () => {
    const home = temporaryFolder();
    const processes = Array.from({ length: 4 }, () => startProcess(home));
    const started = await Promise.all(processes.map((each) => each.started));
    expect(new Set(started.map(({ url }) => url)).size).toBe(1);
    expect(started.filter(({ alreadyRunning }) => !alreadyRunning)).toHaveLength(1);
    const postmaster = postmasterOf(`${home}/postgres`);
    for (const { child } of processes) child.disconnect();
    await Promise.all(processes.map(({ exited }) => exited));
    expect(isAlive(postmaster)).toBe(false);
  });

  it('may be killed while they make it, and the next one makes it whole', async () => {
    const home = temporaryFolder();
    const half = startProcess(home);
    await until(() => readdirSync(home).some((name) => existsSync(`${home}/${name}/PG_VERSION`)));
    half.child.kill('SIGKILL');
    const { url, alreadyRunning } = await startForTest(home);
    expect(alreadyRunning).toBe(false);
    expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('may be killed while they hold it, and the next one takes it over and stops it', async () => {
    const home = temporaryFolder();
    const killed = startProcess(home);
    const { url } = await killed.started;
    killed.child.kill('SIGKILL');
    await killed.exited;
    const next = await startForTest(home);
    expect(next).toMatchObject({ url, alreadyRunning: true });
    const postmaster = postmasterOf(next.dataDir);
    await next.stop();
    expect(isAlive(postmaster)).toBe(false);
  });
});
