import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedFolder } from '../src/testing.js';

describe('a folder of shared data', () => {
  let shared: string;
  beforeEach(() => {
    shared = mkdtempSync(join(tmpdir(), 'vigil-shared-'));
    vi.stubEnv('VIGIL_SHARED', shared);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(shared, { recursive: true });
  });

  it('is found where VIGIL_SHARED says', () => {
    mkdirSync(join(shared, 'pages'));
    expect(sharedFolder('pages')).toBe(join(shared, 'pages'));
  });

  it('fails the test when it is absent and required', () => {
    vi.stubEnv('VIGIL_REQUIRE_SHARED', '1');
    expect(() => sharedFolder('pages')).toThrow(/pages is not here, and VIGIL_REQUIRE_SHARED is 1/);
  });

  it('skips the test when it is absent, and says why', () => {
    const vitest = join(dirname(fileURLToPath(import.meta.resolve('vitest/package.json'))), 'vitest.mjs');
    const program = fileURLToPath(new URL('programs/wants-shared.spec.ts', import.meta.url));
    const args = [vitest, 'run', basename(program), '--root', dirname(program)];
    // Not our own environment: a run inside a run would take itself for one of our workers.
    const env = { PATH: process.env['PATH'], VIGIL_SHARED: shared, VIGIL_REQUIRE_SHARED: '0', NO_COLOR: '1' };
    const { stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    expect(stdout).toMatch(/1 skipped/);
    expect(stderr).toMatch(/Skipped “reads pages”: .+pages is not here/);
  });
});
