import { demandChannel, refreshDemand, type Database, type Pace } from '@vigil/db';
import { openChangeRelay, type CheckQueue } from '@vigil/queue';
import type { AnySource } from '@vigil/source-kit';
import type { Logger } from 'pino';
import { paceOf } from './pace-of.js';

/** How often the schedules are compared with the record, whatever was announced: a queue may have lost them. */
const everyMs = 15_000;
/** With a simulator nobody is molested, and virtual days pass in seconds. */
const simulatedPace: Pace = { everyMs: 2_000, atMostMs: 500 };

/** What keeping the schedule needs. */
export interface ScheduleRooms {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly queue: CheckQueue;
  readonly sources: ReadonlyMap<string, AnySource>;
  readonly simulated: boolean;
  /** Ids of the Targets that are looked at though nobody watches them. */
  readonly always: readonly string[];
  readonly log: Logger;
}

/**
 * Keeps BullMQ's schedules equal to the schedule of record in Postgres: now, whenever Watches change,
 * and every quarter of a minute. Returns when the first comparison is done; `close` stops it.
 */
export async function keepSchedule(rooms: ScheduleRooms): Promise<{ close(): Promise<void> }> {
  const { db, databaseUrl, queue, sources, simulated, always, log } = rooms;
  const paceNow = (id: string, courtId: string | null): Pace | null => {
    const source = sources.get(id);
    if (source && simulated) return simulatedPace; // a simulator stands behind no log-in and asks no person anything
    if (!source || source.access === 'attended') return null; // a machine does not look at what a person must
    return paceOf(source, courtId, new Date());
  };
  const reconcile = async (): Promise<void> => {
    const wanted = await refreshDemand(db, paceNow, always);
    const done = await queue.reconcile(wanted);
    await db.pool.query('SELECT vigil_ensure_partitions()');
    if (done.added + done.changed + done.removed > 0)
      log.info({ ...done, targets: wanted.length }, 'schedules changed');
  };
  await reconcile();
  const one = single(reconcile, (error) => log.error({ err: error }, 'schedules could not be compared'));
  const relay = openChangeRelay({
    databaseUrl,
    channel: demandChannel,
    onBell: one.run,
    pollMs: everyMs,
    onError: (error) => log.warn({ code: error.code }, error.message),
  });
  return {
    close: async () => {
      await relay.close();
      await one.idle();
    },
  };
}

/** Runs a function once at a time; calls during a run are answered by one more run after it. */
function single(
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): { run: () => void; idle: () => Promise<void> } {
  let running: Promise<void> | null = null;
  let again = false;
  const loop = async (): Promise<void> => {
    do {
      again = false;
      await work().catch(onError);
    } while (again);
    running = null;
  };
  return {
    run: () => {
      again = true;
      running ??= loop();
    },
    idle: () => running ?? Promise.resolve(),
  };
}
