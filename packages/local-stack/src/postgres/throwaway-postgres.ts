import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAccount } from './account.js';
import type { Cluster } from './cluster.js';
import { urlOf } from './credentials.js';
import { planCluster, raiseServer } from './raise-server.js';
import { stopServer } from './server.js';
import type { RunningPostgres } from './start-postgres.js';

/** What a throwaway server is, where it is to be another than the usual. */
export interface ThrowawayOptions {
  readonly database?: string;
  /** Folder with the programs of another PostgreSQL than the embedded one; its account must be able to run them. */
  readonly programs?: string;
}

/**
 * Starts a PostgreSQL for tests in a folder of its own that is removed with it: fast, and unsafe against a crash of
 * the machine. It ends by `stop()`, or with this process, however that ends. Throws EMBEDDED_POSTGRES.
 */
export async function startThrowawayPostgres({
  database = 'vigil',
  programs,
}: ThrowawayOptions = {}): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-postgres-'));
  const account = serverAccount();
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const cluster = await planCluster(folder, false, programs);
  const { home, dataDir } = cluster.place;
  const removeFiles = async (): Promise<void> => {
    for (const path of [home, folder]) await rm(path, { recursive: true, force: true });
  };
  try {
    const { credentials } = await raiseServer(cluster, database, () => undefined);
    const dismissGuard = guard(cluster);
    const end = async (): Promise<void> => {
      await stopServer(cluster);
      await removeFiles();
      dismissGuard();
    };
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= end());
    return { url: urlOf(credentials, database), dataDir, alreadyRunning: false, stop };
  } catch (error) {
    await stopServer(cluster);
    await removeFiles();
    throw error;
  }
}

/**
 * A shell that waits for its input to end, which is when this process is gone, killed or not, and then clears up.
 * Windows has no such shell: there a killed test run leaves its server behind.
 */
function guard({ place, binaries, account }: Cluster): () => void {
  if (process.platform === 'win32') return () => undefined;
  const script = 'cat >/dev/null; "$1" stop -D "$2" -m immediate -w; rm -rf "$3"';
  const args = ['-c', script, 'vigil-guard', binaries.pgCtl, place.dataDir, place.home];
  // In a group of its own, out of reach of the terminal's Ctrl-C.
  const shell = spawn('/bin/sh', args, { ...account, cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  shell.unref();
  return () => shell.stdin.end();
}
