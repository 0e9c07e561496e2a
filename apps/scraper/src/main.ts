/** The scraper as a process: settings in, Checks run until it is told to stop. */
import { loadArchiveKey, openArchive } from '@vigil/archive';
import { asDatabaseError, migrate, openDatabase } from '@vigil/db';
import { asVigilError, VigilError } from '@vigil/errors';
import { createFetcherWith, createHostGate, openMailbox } from '@vigil/fetcher';
import { announceReady, endInTime, exitWithParent, stopSignal, whenAborted } from '@vigil/local-stack';
import { openGateStore } from '@vigil/queue';
import { credentialsOf, mailAccountOf, readSettings, userAgent, type Settings } from '@vigil/settings';
import { canaryOf, sources } from '@vigil/sources';
import { startTracing, traceOfLog } from '@vigil/telemetry';
import path from 'node:path';
import { pino } from 'pino';
import { ScraperMetrics } from './health/scraper-metrics.js';
import { startScraper } from './start-scraper.js';

const graceMs = 20_000;
/** Giving back the Checks that did not end, and letting go of all connections, included. */
const endMs = graceMs + 8_000;
/** A simulator is asked as often as its scenario is fast. */
const simulatedIntervalMs = 50;
const politeIntervalMs = 1_000;

async function main(settings: Settings, until: AbortSignal): Promise<void> {
  const { databaseUrl, redisUrl, simulatorUrl, canaryUrl } = settings;
  const log = pino({ level: settings.logLevel, name: 'scraper', mixin: traceOfLog });
  endInTime(until, { withinMs: endMs, onLate: () => log.warn('ended before all that it had begun') });
  if (databaseUrl === null)
    throw new VigilError(
      'BAD_SETTING',
      'DATABASE_URL: got nothing, wants a PostgreSQL URL; `npm start` starts an embedded one and sets it',
    );
  if (simulatorUrl === null && settings.contact === null) {
    throw new VigilError(
      'BAD_SETTING',
      'VIGIL_CONTACT: got nothing, wants an https or mailto URL at which publishers reach you, before a live site is fetched',
    );
  }
  const tracing = await startTracing({
    service: 'vigil-scraper',
    env: process.env,
    onError: (why) => log.warn({ why }, 'traces could not be exported'),
  });
  await migrate(databaseUrl);
  const db = await openDatabase({ url: databaseUrl, max: settings.concurrency * 2 + 2 });
  const directory = path.join(settings.home, 'archive');
  const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: process.env }) });
  const metrics = new ScraperMetrics();
  const gateStore = await openGateStore({
    pool: db.pool,
    redisUrl,
    onError: ({ code, message }) => log.warn({ code }, message),
  });
  const gate = createHostGate({
    store: gateStore,
    minIntervalMs: simulatorUrl === null ? politeIntervalMs : simulatedIntervalMs,
    simulated: simulatorUrl !== null,
    onWait: (wait) => metrics.gateWaited(wait),
  });
  const fetcher = createFetcherWith(canaryOf(canaryUrl), {
    userAgent: userAgent(settings),
    via: simulatorUrl,
    gate,
    credentials: credentialsOf(settings),
    limits: { wholeMs: settings.exchangeMs },
  });
  const account = await mailAccountOf(settings);
  const mailbox = account && openMailbox(account);
  const rooms = { db, archive, fetcher, mailbox, sources, now: Date.now };
  const scraper = await startScraper({
    rooms,
    databaseUrl,
    redisUrl,
    concurrency: settings.concurrency,
    simulated: simulatorUrl !== null,
    canary: canaryUrl !== null,
    health: { host: settings.host, port: settings.scraperPort },
    metrics,
    log,
  });
  const { healthUrl } = scraper;
  log.info({ simulator: simulatorUrl, healthUrl }, 'watching');
  announceReady({ healthUrl });
  await whenAborted(until);
  await scraper.close(graceMs);
  await fetcher.close();
  await gateStore.close();
  await db.close();
  await tracing.stop();
}

try {
  exitWithParent();
  await main(readSettings(process.env), stopSignal());
  process.exit(0);
} catch (error) {
  const { code, message, wayOut } = asVigilError(asDatabaseError(error, process.env['DATABASE_URL'] ?? ''));
  process.stderr.write(`vigil scraper: ${code}: ${message}\n  ${wayOut}\n`);
  process.exit(1);
}
