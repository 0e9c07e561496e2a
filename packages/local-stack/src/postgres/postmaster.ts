import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A server process that lives, as its lock file names it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** A number no system gives to a process. */
const NO_PROCESS = 2_147_483_646;

/**
 * The living server of a data directory. The lock file alone is no proof: after a crash its number may belong to
 * another program, or to a dead process nobody has collected; so the process must itself name the directory.
 */
export function livingPostmaster(dataDir: string): Postmaster | undefined {
  const lines = lockFile(dataDir);
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0) || !commandOf(pid).includes(dataDir)) return undefined;
  // The port is written a moment after the number: until then the server is on its way.
  return { pid, port };
}

/**
 * Makes the lock file of a server that is gone name no process. PostgreSQL refuses to start while some process has
 * the number; the other lines stay, since they let it see that backends of the dead server still use its memory.
 * The caller holds the home's lock and has found no living server.
 */
export function disownLockFile(dataDir: string): void {
  const [pid, ...rest] = lockFile(dataDir);
  if (pid === undefined) return;
  writeFileSync(join(dataDir, 'postmaster.pid'), [String(NO_PROCESS), ...rest].join('\n'));
}

function lockFile(dataDir: string): readonly string[] {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The command line of a process; empty for one that is gone, or dead and not yet collected. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform === 'win32') return commandOnWindows(pid);
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return ''; // no such process
  }
}

function commandOnWindows(pid: number): string {
  const query = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
  return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' });
}
