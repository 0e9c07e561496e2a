import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The least that the commands work on: installed, with nothing to build. */
const LEAST = {
  'package.json': JSON.stringify({
    name: 'small',
    private: true,
    type: 'module',
    workspaces: ['apps/*'],
    packageManager: 'npm@11.0.0',
    engines: { node: '>=20.19.0' },
  }),
  'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }',
  'turbo.json': '{ "tasks": { "build": {} } }',
  'vitest.config.mjs': 'export default {};',
};

/**
 * Makes a repository with our commands and the given files, which goes with its test.
 * @param {Record<string, string>} files path to text
 * @returns {string} its folder
 */
export function smallRepository(files) {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries({ ...LEAST, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  for (const part of ['run.mjs', 'steps']) {
    cpSync(join(repository, 'infra', part), join(folder, 'infra', part), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  // Older than the installation: there is nothing to install.
  utimesSync(join(folder, 'package-lock.json'), 0, 0);
  return folder;
}
