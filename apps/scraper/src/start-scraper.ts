import type { Rooms } from '@vigil/intake';
import { openQueue } from '@vigil/queue';
import type { Logger } from 'pino';
import { checkHandler } from './check-handler.js';
import { keepSchedule } from './schedule/keep-schedule.js';

/** What a scraper runs on. */
export interface ScraperOptions {
  readonly rooms: Rooms;
  readonly databaseUrl: string;
  /** Checks at once in this process. */
  readonly concurrency: number;
  /** True where a simulator answers: then schedules are as fast as its clock. */
  readonly simulated: boolean;
  readonly log: Logger;
}

/** A running scraper. */
export interface Scraper {
  /** Takes no more Checks and waits for those it runs, `graceMs` at most. */
  close(graceMs: number): Promise<void>;
}

/** Starts schedules and workers. */
export async function startScraper({
  rooms,
  databaseUrl,
  concurrency,
  simulated,
  log,
}: ScraperOptions): Promise<Scraper> {
  const queue = await openQueue({
    databaseUrl,
    onError: (error, target) => log.warn({ code: error.code, target }, error.message),
  });
  const worker = await queue.work(checkHandler(rooms, log), { concurrency });
  const schedule = await keepSchedule({ db: rooms.db, databaseUrl, queue, sources: rooms.sources, simulated, log });
  return {
    close: async (graceMs) => {
      await schedule.close();
      await worker.close(graceMs);
      await queue.close();
    },
  };
}
