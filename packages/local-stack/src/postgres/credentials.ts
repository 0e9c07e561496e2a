import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-port.js';

/** How to reach the embedded server on loopback. */
export interface Credentials {
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/** Kept in the data directory itself: it lives and dies with the cluster whose password it holds, and is as private. */
const fileIn = (dataDir: string): string => join(dataDir, 'vigil-credentials.json');

/** Credentials for a cluster that is about to be made. */
export async function newCredentials(): Promise<Credentials> {
  return { port: await freePort(), user: 'vigil', password: randomBytes(18).toString('base64url') };
}

/** The credentials of a cluster. */
export function readCredentials(dataDir: string): Credentials {
  return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Credentials;
}

/** Replaces the credentials of a cluster in one step. */
export function writeCredentials(dataDir: string, credentials: Credentials): void {
  const draft = `${fileIn(dataDir)}.new`;
  writeFileSync(draft, `${JSON.stringify(credentials)}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(dataDir));
}

/** The address of one database of the server, password included: never to be logged. */
export function urlOf({ port, user, password }: Credentials, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
