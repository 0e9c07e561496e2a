import { withLock } from '../lock.js';
import { urlOf } from './credentials.js';
import { isHeldByOthers, takeHold } from './holder.js';
import { planCluster, raiseServer, type OnProgress } from './raise-server.js';
import { stopServer } from './server.js';

/** Where the embedded server lives, and who hears of its steps. */
export interface StartPostgresOptions {
  /** The project's data directory; the server keeps its files in it. */
  readonly home: string;
  /** The database that is made where it is missing. */
  readonly database?: string;
  readonly onProgress?: OnProgress;
}

/** An embedded PostgreSQL that answers. */
export interface RunningPostgres {
  /** The address of the database, as its owner; it holds a password. */
  readonly url: string;
  readonly dataDir: string;
  /** Another process had started it. */
  readonly alreadyRunning: boolean;
  /** Lets go of the server; may be called twice. The last process that lets go stops it. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a home, or finds it running: on loopback, in UTC, with a password only this
 * account can read. Safe to be called by several processes at once, and after any crash.
 * Throws EMBEDDED_POSTGRES, naming the log.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<RunningPostgres> {
  const { home, database = 'vigil', onProgress = () => undefined } = options;
  const cluster = await planCluster(home, true);
  const { dataDir, home: lock } = cluster.place;
  return await withLock(lock, async () => {
    const { credentials, alreadyRunning } = await raiseServer(cluster, database, onProgress);
    const admin = urlOf(credentials, 'postgres');
    const holder = await takeHold(admin);
    const letGo = async (): Promise<void> => {
      const inUse = await isHeldByOthers(admin, holder);
      await holder.client.end();
      if (!inUse) await stopServer(cluster);
    };
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= withLock(lock, letGo));
    return { url: urlOf(credentials, database), dataDir, alreadyRunning, stop };
  });
}
