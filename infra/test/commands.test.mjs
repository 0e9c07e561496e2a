import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { smallRepository } from './small-repository.mjs';

// Not our own environment: a run inside a run would take itself for a worker of the outer one.
const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' };

function run(folder, ...args) {
  return spawnSync(process.execPath, [join(folder, 'infra', 'run.mjs'), ...args], { encoding: 'utf8', env });
}

const lastLine = (text) => text.trimEnd().split('\n').at(-1);

/** Stands in for `vigil`: says how it was called, and ends in its own way when it is asked to. */
const VIGIL = `
  process.on('SIGTERM', () => process.exit(7));
  if (process.argv.includes('--wait')) setInterval(() => undefined, 1000);
  console.log(process.argv.slice(2).join(' '));
`;

describe('a command', () => {
  it('is refused by a Node that is too old, in one clear sentence', () => {
    const { stderr, status } = run(
      smallRepository({ 'package.json': '{ "engines": { "node": ">=99.1.0" } }' }),
      'demo',
    );
    expect(stderr).toBe(`Vigil needs Node >=99.1.0; this is Node ${process.versions.node}. See https://nodejs.org\n`);
    expect(status).toBe(1);
  });

  it('that does not exist is refused with those that do', () => {
    const { stderr, status } = run(smallRepository({}), 'deploy');
    expect(stderr).toBe('No command “deploy”: there are demo, start, test.\n');
    expect(status).toBe(2);
  });

  it('hands its arguments to vigil, and says nothing where nothing is to be done first', () => {
    const folder = smallRepository({ 'apps/cli/bin/vigil.mjs': VIGIL });
    expect(run(folder, 'start', '--port', '4100')).toMatchObject({
      stdout: 'start --port 4100\n',
      stderr: '',
      status: 0,
    });
  });

  it('hands signals to vigil, and keeps its exit code', async () => {
    const folder = smallRepository({ 'apps/cli/bin/vigil.mjs': VIGIL });
    const child = spawn(process.execPath, [join(folder, 'infra', 'run.mjs'), 'demo', '--wait'], { env });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    expect(line).toBe('demo --wait');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('shows what a failed build said, and goes no further', () => {
    const folder = smallRepository({
      'apps/cli/bin/vigil.mjs': VIGIL,
      'apps/cli/package.json': '{ "name": "cli", "scripts": { "build": "echo no roof && exit 3" } }',
      'package-lock.json': JSON.stringify({
        lockfileVersion: 3,
        packages: {
          '': { workspaces: ['apps/*'] },
          'apps/cli': {},
          'node_modules/cli': { resolved: 'apps/cli', link: true },
        },
      }),
    });
    const { stdout, stderr, status } = run(folder, 'start');
    expect(stderr).toMatch(/\[ +\d+ s\] Building\n\[ +\d+ s\] {3}cli:build\n\[ +\d+ s\] The build failed:\n/);
    expect(stderr).toMatch(/cli:build: no roof/);
    expect(stdout).toBe('');
    expect(status).not.toBe(0);
  });
});

describe('the test command', () => {
  const test = (body) => `import { expect, it } from 'vitest';\n${body}\n`;

  it('closes with a line that counts the tests', () => {
    const files = { 'one.test.mjs': test("it('a', () => expect(1).toBe(1)); it.skip('b', () => {}); it.todo('c');") };
    const { stdout, status } = run(smallRepository(files), 'test');
    expect(lastLine(stdout)).toBe('1 passed, 0 failed, 2 skipped');
    expect(status).toBe(0);
  });

  it('fails with a failed test, and with a file that cannot be loaded', () => {
    const files = {
      'one.test.mjs': test("it('a', () => expect(1).toBe(1)); it('b', () => expect(1).toBe(2));"),
      'two.test.mjs': test("throw new Error('not loaded');"),
    };
    const { stdout, status } = run(smallRepository(files), 'test');
    expect(lastLine(stdout)).toBe('1 passed, 2 failed, 0 skipped');
    expect(status).toBe(1);
  });

  it('fails with an error outside of all tests', () => {
    const files = {
      'one.test.mjs': test("it('a', () => { void Promise.reject(new Error('stray')); expect(1).toBe(1); });"),
    };
    const { stdout, status } = run(smallRepository(files), 'test');
    expect(lastLine(stdout)).toBe('1 passed, 1 failed, 0 skipped');
    expect(status).toBe(1);
  });

  it('fails when nothing ran', () => {
    const { stdout, status } = run(smallRepository({}), 'test');
    expect(lastLine(stdout)).toMatch(/^0 passed, \d failed, 0 skipped$/);
    expect(status).toBe(1);
  });
});
