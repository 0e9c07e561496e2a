import { serverAccount } from './account.js';
import { findBinaryPackage, installedBinaries, readyBinaries } from './binaries.js';
import { ensureCluster, type Cluster } from './cluster.js';
import { urlOf, type Credentials } from './credentials.js';
import { ensureDatabase } from './database.js';
import { settlePlace, SYSTEM_FOLDER } from './place.js';
import { ensureServer } from './server.js';

/** Hears one line for each step that takes time. */
export type OnProgress = (line: string) => void;

/** A server that answers, with its database. */
export interface RaisedServer {
  readonly credentials: Credentials;
  readonly alreadyRunning: boolean;
}

/** Says what would run in a home, and as whom; makes the home's folder. `programs` holds other programs than npm's. */
export async function planCluster(home: string, durable: boolean, programs?: string): Promise<Cluster> {
  const account = serverAccount();
  const place = settlePlace(home, account);
  const copies = account === undefined ? place.home : SYSTEM_FOLDER;
  const binaries =
    programs === undefined ? await readyBinaries(findBinaryPackage(), account, copies) : installedBinaries(programs);
  return { place, binaries, account, durable };
}

/** Makes what is missing: the cluster, the server, the database. The caller holds the home's lock. */
export async function raiseServer(cluster: Cluster, database: string, onProgress: OnProgress): Promise<RaisedServer> {
  await ensureCluster(cluster, onProgress);
  const raised = await ensureServer(cluster, onProgress);
  await ensureDatabase(urlOf(raised.credentials, 'postgres'), database);
  return raised;
}
