import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { VigilError } from '@vigil/errors';
import { freePort, isPortFree } from '../free-port.js';
import type { Cluster } from './cluster.js';
import { tryConnect } from './connect.js';
import { readCredentials, urlOf, writeCredentials, type Credentials } from './credentials.js';
import { disownLockFile, livingPostmaster } from './postmaster.js';
import { runProgram } from './run-program.js';
import { serverOptions } from './server-options.js';

/** Recovery after a crash may take a while; a server that is still silent then will not come. Milliseconds. */
const PATIENCE = 120_000;
const ATTEMPTS = 4;

/** A server that answers. */
export interface Answering {
  readonly credentials: Credentials;
  readonly alreadyRunning: boolean;
}

/**
 * Finds the server of a cluster or starts it. The caller holds the home's lock.
 * Throws EMBEDDED_POSTGRES with the name of the log.
 */
export async function ensureServer(cluster: Cluster, onProgress: (line: string) => void): Promise<Answering> {
  const { dataDir, log } = cluster.place;
  const said = existsSync(log) ? statSync(log).size : 0;
  const deadline = Date.now() + PATIENCE;
  let starts = 0;
  let failure: unknown;
  while (Date.now() < deadline && starts < ATTEMPTS) {
    const living = livingPostmaster(dataDir);
    if (living === undefined) {
      starts += 1;
      onProgress(`Starting PostgreSQL ${cluster.binaries.major}`);
      await start(cluster).catch((error: unknown) => (failure = error));
      continue;
    }
    const credentials = { ...readCredentials(dataDir), port: living.port };
    const client = await tryConnect(urlOf(credentials, 'postgres')).catch((cause: unknown) => {
      throw brokenServer(log, said, cause);
    });
    await client?.end();
    if (client !== undefined) return { credentials, alreadyRunning: starts === 0 };
    await delay(100); // starting, recovering or stopping
  }
  throw brokenServer(log, said, failure);
}

/** Stops the server, if it is there. `immediate` leaves it to recover at its next start, which a throwaway one never has. */
export async function stopServer({ place, binaries, account, durable }: Cluster): Promise<void> {
  if (livingPostmaster(place.dataDir) === undefined) return;
  const mode = durable ? 'fast' : 'immediate';
  const args = ['stop', '-D', place.dataDir, '-m', mode, '-w', '-t', '60'];
  await runProgram(binaries.pgCtl, args, { account, log: place.log });
}

async function start({ place, binaries, account, durable }: Cluster): Promise<void> {
  disownLockFile(place.dataDir);
  const remembered = readCredentials(place.dataDir);
  const port = (await isPortFree(remembered.port)) ? remembered.port : await freePort();
  if (port !== remembered.port) writeCredentials(place.dataDir, { ...remembered, port });
  const options = serverOptions(port, durable).join(' ');
  const args = ['start', '-D', place.dataDir, '-w', '-t', '60', '-o', options];
  await runProgram(binaries.pgCtl, args, { account, log: place.log });
}

/** What the server said last of its own failure since the log had `said` bytes, and where to read on. */
function brokenServer(log: string, said: number, cause: unknown): VigilError {
  const lines = readFileSync(log).subarray(said).toString('utf8').split('\n');
  const fatal = lines.findLast((line) => line.includes('FATAL:'))?.replace(/^.*(?=FATAL:)/, '');
  const reason = fatal ?? (cause instanceof Error ? cause.message : 'it does not answer');
  const message = `PostgreSQL did not start (${reason}); its log is ${log}`;
  return new VigilError('EMBEDDED_POSTGRES', message, { cause, details: { log } });
}
