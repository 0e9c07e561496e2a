import { changeChannel, headOfChanges } from '@vigil/db';
import type { VigilError } from '@vigil/errors';
import type { Rooms } from '@vigil/intake';
import { openChangePublisher, openQueue } from '@vigil/queue';
import type { Logger } from 'pino';
import { checkHandler } from './check-handler.js';
import { answerInTime } from './health/answer-in-time.js';
import type { ScraperMetrics } from './health/scraper-metrics.js';
import { serveHealth, type Unready } from './health/serve-health.js';
import { addStandingMetrics } from './health/standing-metrics.js';
import { startWatchdog } from './health/watchdog.js';
import { ensureCanary } from './schedule/ensure-canary.js';
import { keepSchedule } from './schedule/keep-schedule.js';

/** What a scraper runs on. */
export interface ScraperOptions {
  readonly rooms: Rooms;
  readonly databaseUrl: string;
  /** Where the queue is and Changes are told of; null: both are in the database. */
  readonly redisUrl: string | null;
  /** Checks at once in this process. */
  readonly concurrency: number;
  /** True where a simulator answers: then schedules are as fast as its clock. */
  readonly simulated: boolean;
  /** Whether the beat of the gateway is watched. */
  readonly canary?: boolean;
  /** Where health and metrics are served: a loopback address, and a port of which 0 picks a free one. */
  readonly health: { readonly host: string; readonly port: number };
  readonly metrics: ScraperMetrics;
  readonly log: Logger;
}

/** A running scraper. */
export interface Scraper {
  /** The root of its `healthz`, `readyz` and `metrics`. */
  readonly healthUrl: string;
  /** Takes no more Checks and waits for those it runs, `graceMs` at most; not ready meanwhile. */
  close(graceMs: number): Promise<void>;
}

/** Starts schedules and workers. Throws BAD_SETTING for a port that is taken, and what `openQueue` throws. */
export async function startScraper(options: ScraperOptions): Promise<Scraper> {
  const { rooms, databaseUrl, redisUrl, concurrency, simulated, canary = false, metrics, log } = options;
  const onError = ({ code, message, details }: VigilError, target: string | null): void =>
    log.warn({ check: details['check'], target, code, trace_id: details['trace_id'] }, message);
  const queue = await openQueue({ databaseUrl, redisUrl, onError });
  addStandingMetrics(metrics.registry, { db: rooms.db, queue });
  let phase: Unready | null = 'starting';
  const whyUnready = async (): Promise<Unready | null> => {
    if (phase !== null) return phase;
    const [row, counts] = await Promise.all([
      answerInTime(rooms.db.pool.query('SELECT 1')),
      answerInTime(queue.counts()),
    ]);
    if (row === null) return 'database';
    return counts === null ? 'queue' : null;
  };
  const health = await serveHealth({ ...options.health, registry: metrics.registry, whyUnready }).catch(
    async (error: unknown) => {
      await queue.close();
      throw error;
    },
  );
  const worker = await queue.work(checkHandler(rooms, metrics, log), { concurrency });
  const { db, sources } = rooms;
  const always = canary ? [await ensureCanary(db, sources)] : [];
  const schedule = await keepSchedule({ db, databaseUrl, queue, sources, simulated, always, log });
  const publisher =
    redisUrl === null
      ? null
      : openChangePublisher({
          databaseUrl,
          channel: changeChannel,
          redisUrl,
          head: () => headOfChanges(rooms.db),
          onError,
        });
  const watchdog = startWatchdog({ rooms, registry: metrics.registry, log });
  phase = null;
  return {
    healthUrl: health.url,
    close: async (graceMs) => {
      phase = 'draining';
      // At once: comparing schedules may take a while, and no Check is to begin meanwhile.
      await Promise.all([schedule.close(), worker.close(graceMs), watchdog.close()]);
      await publisher?.close();
      await queue.close();
      await health.close();
    },
  };
}
