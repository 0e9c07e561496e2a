/** Databases that Vigil cannot work on, each on a real server. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmptyDatabase, skipBecause } from '@vigil/tooling/testing';
import pg from 'pg';
import { openWire, replacing, withoutOptions } from './wire.js';

/** Runs when the test is over, the latest first. */
export type AtEnd = (end: () => unknown) => void;

const newName = (): string => `vigil_test_${randomBytes(4).toString('hex')}`;

/** An address with other parts. */
export function changed(url: string, parts: Partial<Pick<URL, 'username' | 'password' | 'pathname'>>): string {
  return Object.assign(new URL(url), parts).href;
}

/** Runs statements in a database, each for itself. */
async function run(url: string, ...statements: readonly string[]): Promise<pg.QueryResult | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let last: pg.QueryResult | undefined;
    for (const statement of statements) last = await client.query(statement);
    return last;
  } finally {
    await client.end();
  }
}

/** An empty database that is dropped afterwards, its name, and the address of the server's own database. */
async function emptyDatabase(atEnd: AtEnd): Promise<{ url: string; name: string; admin: string }> {
  const { url, drop } = await createEmptyDatabase();
  atEnd(drop);
  return { url, name: new URL(url).pathname.slice(1), admin: changed(url, { pathname: '/postgres' }) };
}

/** A server that does not know the password. */
export async function wrongPassword(atEnd: AtEnd): Promise<string> {
  return changed((await emptyDatabase(atEnd)).url, { password: 'not-the-password' });
}

/** A server without the database. */
export async function noDatabase(atEnd: AtEnd): Promise<string> {
  return changed((await emptyDatabase(atEnd)).url, { pathname: '/vigil_was_never_here' });
}

/** A server that has no connection left for its user. */
export async function noConnectionLeft(atEnd: AtEnd): Promise<string> {
  const { url, admin } = await emptyDatabase(atEnd);
  const role = newName();
  await run(admin, `CREATE ROLE ${role} LOGIN PASSWORD 'x' CONNECTION LIMIT 0`);
  atEnd(() => run(admin, `DROP ROLE ${role}`));
  return changed(url, { username: role, password: 'x' });
}

/** A database on a disk of nine megabytes, of which it has filled most by itself. */
export async function fullDisk(atEnd: AtEnd): Promise<string> {
  const { url, name, admin } = await emptyDatabase(atEnd);
  const shown = await run(admin, 'SHOW data_directory');
  const { uid, gid } = statSync((shown!.rows[0] as { data_directory: string }).data_directory);
  const disk = mkdtempSync(path.join(tmpdir(), 'vigil-disk-'));
  atEnd(() => rmSync(disk, { recursive: true }));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=9m', 'tmpfs', disk], { stdio: 'pipe' });
  } catch {
    return skipBecause('this machine lets us mount no small disk');
  }
  atEnd(() => execFileSync('umount', [disk]));
  chownSync(disk, uid, gid);
  const space = newName();
  await run(admin, `CREATE TABLESPACE ${space} LOCATION '${disk}'`, `ALTER DATABASE ${name} SET TABLESPACE ${space}`);
  atEnd(() => run(admin, `DROP DATABASE ${name} WITH (FORCE)`, `DROP TABLESPACE ${space}`));
  return url;
}

/** A server that says it is PostgreSQL 14. */
export async function oldServer(atEnd: AtEnd): Promise<string> {
  const { url } = await emptyDatabase(atEnd);
  const wire = await openWire(url, { answer: replacing(/\b1[5-9]00\d\d\b/g, '140018') });
  atEnd(wire.close);
  return wire.url;
}

/** A pooler that drops what a session asks for, before a database of another zone than UTC. */
export async function otherZone(atEnd: AtEnd): Promise<string> {
  const { url, name, admin } = await emptyDatabase(atEnd);
  await run(admin, `ALTER DATABASE ${name} SET TimeZone = 'America/Los_Angeles'`);
  const wire = await openWire(url, { startup: withoutOptions });
  atEnd(wire.close);
  return wire.url;
}

/** A database of another encoding than UTF8. */
export async function otherEncoding(atEnd: AtEnd): Promise<string> {
  const { url, admin } = await emptyDatabase(atEnd);
  const name = newName();
  const how = "TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'";
  await run(admin, `CREATE DATABASE ${name} ${how}`);
  atEnd(() => run(admin, `DROP DATABASE ${name} WITH (FORCE)`));
  return changed(url, { pathname: `/${name}` });
}
