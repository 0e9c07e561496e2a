import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBinaryPackage, readyBinaries, type BinaryPackage } from '../src/postgres/binaries.js';
import { temporaryFolder } from './temporary-folder.js';

const stranger = { uid: 54_321, gid: 54_321 };

/** The package as npm unpacks it where its install script was not run: without links. */
function freshPackage(folder: string): BinaryPackage {
  const original = findBinaryPackage();
  cpSync(original.folder, folder, { recursive: true, verbatimSymlinks: true });
  const lib = join(folder, 'native', 'lib');
  for (const name of readdirSync(lib)) if (lstatSync(join(lib, name)).isSymbolicLink()) rmSync(join(lib, name));
  return { ...original, folder };
}

const versionOf = (program: string): string => execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();

describe('the PostgreSQL that npm brings', () => {
  it('is completed where npm ran no install scripts', async () => {
    const fresh = freshPackage(join(temporaryFolder(), 'package'));
    const { initdb, pgCtl, major } = await readyBinaries(fresh, undefined, '/nowhere');
    expect(initdb).toBe(join(fresh.folder, 'native', 'bin', 'initdb'));
    expect(major).toBe('18');
    expect(versionOf(initdb)).toMatch(/^initdb \(PostgreSQL\) 18\./);
    expect(versionOf(pgCtl)).toMatch(/^pg_ctl \(PostgreSQL\) 18\./);
  });

  it.skipIf(process.getuid?.() !== 0)('is copied once to where the server’s account can reach it', async () => {
    const closed = temporaryFolder();
    const copies = temporaryFolder();
    const fresh = freshPackage(join(closed, 'package'));
    chmodSync(closed, 0o700);
    const made = await Promise.all([1, 2].map(() => readyBinaries(fresh, stranger, copies)));
    expect(made[0]).toEqual(made[1]);
    expect(readdirSync(copies)).toEqual([`postgresql-${fresh.version}`]);
    expect(versionOf(made[0]?.initdb ?? '')).toMatch(/^initdb \(PostgreSQL\) 18\./);
  });
});
