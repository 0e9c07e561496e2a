import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isAlive, until } from './servers.js';

const PARENT = fileURLToPath(new URL('programs/parent.mjs', import.meta.url));

async function startParent(...behaviours: readonly string[]): Promise<{ parent: ChildProcess; children: number[] }> {
  const parent = fork(PARENT, behaviours, { execArgv: [], silent: true });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [children] = (await once(parent, 'message')) as [number[]];
  expect(children.every(isAlive)).toBe(true);
  return { parent, children };
}

const allGone = (children: readonly number[]): boolean => !children.some(isAlive);

describe('supervised processes end with the one that supervises them', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('when it gets %s', async (signal) => {
    const { parent, children } = await startParent('serves', 'serves');
    parent.kill(signal);
    expect(await once(parent, 'exit')).toEqual([0, null]);
    expect(allGone(children)).toBe(true);
  });

  it('when it is killed with kill -9', async () => {
    const { parent, children } = await startParent('serves', 'serves');
    parent.kill('SIGKILL');
    await expect(until(() => allGone(children))).resolves.toBeUndefined();
  });

  it('when it is killed with kill -9, even those that do not listen to SIGTERM', async () => {
    const { parent, children } = await startParent('stubborn');
    parent.kill('SIGKILL');
    await expect(until(() => allGone(children))).resolves.toBeUndefined();
  });
});
