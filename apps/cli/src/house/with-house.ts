/** The database of one command, and what may be done with it. */
import { asDatabaseError, ensureLocalOrganisation, migrate, openDatabase, type Database } from '@vigil/db';
import { startPostgres } from '@vigil/local-stack';
import { readSettings, type Settings } from '@vigil/settings';
import type { World } from '../world.js';
import { assertHome } from './writable.js';
import { closing, type Later } from './closing.js';

/** An open database, in this release's schema and with its local organisation. */
export interface House {
  readonly db: Database;
  /** Its address, as its owner; it holds a password. */
  readonly url: string;
  readonly settings: Settings;
  /** Aborted when this process is asked to end. */
  readonly until: AbortSignal;
}

/**
 * Runs work on the database that the settings name, or on the embedded one, which runs already or is started for as
 * long as this takes. When this process is asked to end, work that is `lasting` is left to come to its end by itself;
 * any other is given a second for it, and then given up, and the reason of `world.until` is thrown. Leaves nothing running.
 */
export async function withHouse<T>(
  world: World,
  work: (house: House) => Promise<T>,
  { lasting = false }: { readonly lasting?: boolean } = {},
): Promise<T> {
  const settings = readSettings(world.env);
  const until = await world.until();
  return await closing(async (later) => {
    const url = settings.databaseUrl ?? (await startEmbedded(settings, world, later));
    until.throwIfAborted();
    const db = await openCurrent(url);
    later(() => db.close());
    const done = work({ db, url, settings, until });
    return await (lasting ? done : Promise.race([done, afterAbort(until)])).catch((error: unknown) => {
      throw asDatabaseError(error, url);
    });
  });
}

async function startEmbedded({ home }: Settings, { terminal }: World, later: Later): Promise<string> {
  await assertHome(home);
  const { url, stop } = await startPostgres({ home, onProgress: (line) => terminal.note(line) });
  later(stop);
  return url;
}

/** Brings a database to this release's schema and opens it. Throws what `migrate` and `openDatabase` throw. */
export async function openCurrent(url: string): Promise<Database> {
  await migrate(url);
  const db = await openDatabase({ url });
  try {
    await ensureLocalOrganisation(db);
    return db;
  } catch (error) {
    await db.close();
    throw asDatabaseError(error, url);
  }
}

/** What hears the signal still has to give back what it holds, over the database that is closed next. */
const graceMs = 1_000;

/** Rejects with the signal's reason a moment after it is aborted. */
function afterAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const giveUp = (): void => void setTimeout(() => reject(signal.reason), graceMs).unref();
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
