import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const FIXLOCK = fileURLToPath(new URL('../fixlock.mjs', import.meta.url));

/** Completes a lock of these packages, and gives what it says and what the lock holds then. */
function complete(packages: object): { said: string; packages: Record<string, unknown> } {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'package-lock.json');
  writeFileSync(file, JSON.stringify({ packages }));
  const said = execFileSync(process.execPath, [FIXLOCK, file], { encoding: 'utf8', stdio: 'pipe' }).trim();
  return { said, ...(JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, unknown> }) };
}

it('an optional package of another platform is written with the platform its name says', () => {
  const optionalDependencies = {
    '@b/windows-64': '2.0.0',
    '@b/binding-linux-arm-musleabihf': '1.0.0',
    '@b/linux-x64-gnu': '1.0.0',
  };
  const { said, packages } = complete({
    '': {},
    'node_modules/a': { dev: true, optionalDependencies },
    'node_modules/@b/linux-x64-gnu': { version: '1.0.0' },
  });
  expect(said).toBe('Completed the lock with 2 packages.');
  expect(packages).toMatchObject({
    'node_modules/@b/windows-64': { version: '2.0.0', os: ['win32'], cpu: ['x64'], dev: true, optional: true },
    'node_modules/@b/binding-linux-arm-musleabihf': { os: ['linux'], cpu: ['arm'], libc: ['musl'] },
    'node_modules/@b/linux-x64-gnu': { version: '1.0.0' },
  });
});

it('a complete lock is left alone', () => {
  const packages = {
    'node_modules/a': { optionalDependencies: { 'b-darwin-arm64': '1.0.0' } },
    'node_modules/a/node_modules/b-darwin-arm64': { version: '1.0.0' },
  };
  expect(complete(packages)).toEqual({ said: 'The lock is complete.', packages });
});

it('a package whose platform is not known is refused', () => {
  expect(() => complete({ 'node_modules/a': { optionalDependencies: { fast: '1.0.0' } } })).toThrow(
    /Cannot complete fast@1\.0\.0/,
  );
});
