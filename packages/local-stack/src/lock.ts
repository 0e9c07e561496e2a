import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait for another holder, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Runs `work` while no other process of this machine runs one under the same name. The lock is a listening local
 * socket, so that the system itself lets go of it when its holder dies: no lock file, no guess about its age.
 * Throws when another process holds it for two minutes.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const address = addressOf(name);
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const server = await tryListen(address);
    if (server !== undefined) {
      try {
        return await work();
      } finally {
        await new Promise((resolve) => server.close(resolve));
      }
    }
    if (Date.now() > deadline) throw new Error(`Another process has held the lock of ${name} for two minutes`);
    await delay(50);
  }
}

/** A name the system forgets with its holder: a pipe on Windows, an abstract socket on Linux; a file elsewhere. */
function addressOf(name: string): string {
  const id = `vigil-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${id}`;
  return process.platform === 'linux' ? `\0${id}` : join(tmpdir(), `${id}.sock`);
}

async function tryListen(address: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve));
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    // Only a socket that is a file outlives its holder.
    if (!address.startsWith('\0') && !(await answers(address))) rmSync(address, { force: true });
    return undefined;
  }
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
