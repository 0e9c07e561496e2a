import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { VigilError } from '@vigil/errors';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { newCredentials, writeCredentials } from './credentials.js';
import type { Place } from './place.js';
import { runProgram } from './run-program.js';

/** Everything needed to make and run the server of one place. */
export interface Cluster {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** A throwaway cluster is fast and unsafe: a crash of the machine may break it. */
  readonly durable: boolean;
}

/** Between the name of the data directory and what makes a draft's name its own. */
const DRAFT = '-draft-';

/**
 * Makes the cluster where there is none. It is made beside its place and moved there when complete, so that a
 * process killed in the middle leaves nothing that looks like a cluster. The caller holds the home's lock.
 */
export async function ensureCluster(cluster: Cluster, onProgress: (line: string) => void): Promise<void> {
  const { dataDir } = cluster.place;
  if (existsSync(dataDir)) {
    refuseOtherMajor(cluster);
    return;
  }
  onProgress(`Creating the database cluster in ${dataDir}`);
  await clearDrafts(cluster.place);
  const draft = mkdtempSync(`${dataDir}${DRAFT}`);
  try {
    await initialise(cluster, draft);
    renameSync(draft, dataDir);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    const message = `The database cluster could not be created; the log is ${cluster.place.log}`;
    throw new VigilError('EMBEDDED_POSTGRES', message, { cause, details: { log: cluster.place.log } });
  }
}

async function initialise({ place, binaries, account, durable }: Cluster, draft: string): Promise<void> {
  const credentials = await newCredentials();
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, credentials.password, { mode: 0o600 });
  try {
    if (account !== undefined) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
    const access = [`--username=${credentials.user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    const args = [
      `--pgdata=${draft}`,
      '--no-instructions',
      ...access,
      ...localeOf(binaries),
      ...(durable ? [] : ['--no-sync']),
    ];
    await runProgram(binaries.initdb, args, { account, log: place.log });
    writeCredentials(draft, credentials);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The builtin locale sorts and upper-cases alike on every system; before PostgreSQL 17 the system's own has to do. */
function localeOf({ major }: Binaries): readonly string[] {
  if (Number(major) < 17) return ['--encoding=UTF8', '--locale=C.UTF-8'];
  return ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}

/**
 * Removes what starts that were killed have left. An initdb that outlived its parent may still be writing there: each
 * draft has a name of its own, and what cannot be removed now is removed at the next start.
 */
async function clearDrafts({ home, dataDir }: Place): Promise<void> {
  const drafts = readdirSync(home).filter((name) => name.startsWith(`${basename(dataDir)}${DRAFT}`));
  for (const name of drafts) await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined);
}

function refuseOtherMajor({ place, binaries }: Cluster): void {
  const made = readFileSync(join(place.dataDir, 'PG_VERSION'), 'utf8').trim();
  if (made === binaries.major) return;
  const message = `${place.dataDir} was made by PostgreSQL ${made}, this release carries ${binaries.major}: carry the data over with pg_dump`;
  throw new VigilError('EMBEDDED_POSTGRES', message, { details: { log: place.log } });
}
