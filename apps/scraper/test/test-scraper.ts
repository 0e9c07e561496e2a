/** A scraper on a PostgreSQL server and a courthouse of its own: a case with two entries, ten minutes old. */
import { loadArchiveKey, openArchive } from '@vigil/archive';
import { parseScenario, startCourthouse, VirtualClock, type Courthouse } from '@vigil/courthouse';
import { addWatch, ensureLocalOrganisation, localOrganisationId, openDatabase, type Database } from '@vigil/db';
import { createFetcherWith, createHostGate, type Mailbox } from '@vigil/fetcher';
import { canaryOf, sources } from '@vigil/sources';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { ScraperMetrics, startScraper, type Scraper, type ScraperOptions } from '../src/index.js';

/** A line of the log. */
export interface LogLine {
  readonly msg: string;
  readonly attempt?: number;
  readonly check?: string;
  readonly code?: string;
  readonly trace_id?: string;
}

export interface TestScraper {
  readonly scraper: Scraper;
  /** What it was started with. */
  readonly options: ScraperOptions;
  readonly courthouse: Courthouse;
  readonly db: Database;
  readonly log: readonly LogLine[];
  /** Stops it and all it stands on; again is nothing. */
  close(): Promise<void>;
}

/** Invented entries, entered ten minutes before now by a clock that stands still. */
export async function startTestCourthouse(): Promise<Courthouse> {
  const now = Date.now();
  const scenario = parseScenario({
    title: 'Two entries',
    clock: { start: new Date(now).toISOString() },
    courts: [
      {
        id: 'cacd',
        name: 'Central District of California',
        shape: 'district',
        documentPrefix: '031',
        cases: [
          {
            id: '9000001',
            number: '8:26-cv-90001',
            caption: 'Roe v. Warden',
            entries: [1, 2].map((n) => ({
              at: new Date(now - 600_000).toISOString(),
              sequence: n,
              number: n,
              labels: [`Entry ${n}`],
              document: String(96_000_000 + n),
            })),
          },
        ],
      },
    ],
  });
  const clock = new VirtualClock(scenario.clock);
  clock.pause();
  return startCourthouse({ scenario, clock });
}

export interface TestScraperOptions {
  /** Whether the feed of the court is watched. */
  readonly watched?: boolean;
  readonly mailbox?: Mailbox | null;
  /** Origin of what publishes the beat. */
  readonly canaryUrl?: string | null;
  readonly redisUrl?: string | null;
}

/** Starts a scraper. */
export async function openTestScraper(
  databaseUrl: string,
  { watched = true, mailbox = null, canaryUrl = null, redisUrl = null }: TestScraperOptions = {},
): Promise<TestScraper> {
  const db = await openDatabase({ url: databaseUrl });
  await ensureLocalOrganisation(db);
  if (watched) await watchFeed(db);
  const courthouse = await startTestCourthouse();
  const directory = await mkdtemp(path.join(tmpdir(), 'vigil-scraper-'));
  const metrics = new ScraperMetrics();
  const gate = createHostGate({ minIntervalMs: 50, onWait: (wait) => metrics.gateWaited(wait) });
  const userAgent = 'Vigil/0.1 (test)';
  const fetcher = createFetcherWith(canaryOf(canaryUrl), { userAgent, via: courthouse.origin, gate });
  const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
  const log: LogLine[] = [];
  const options: ScraperOptions = {
    rooms: { db, archive, fetcher, mailbox, sources, now: Date.now },
    databaseUrl,
    redisUrl,
    concurrency: 2,
    simulated: true,
    canary: canaryUrl !== null,
    health: { host: '127.0.0.1', port: 0 },
    metrics,
    log: pino({}, { write: (line: string) => void log.push(JSON.parse(line) as LogLine) }),
  };
  const scraper = await startScraper(options);
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await scraper.close(1_000);
    await fetcher.close();
    await courthouse.close();
    await db.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { scraper, options, courthouse, db, log, close: () => (closed ??= close()) };
}

/** Watches the feed of the test courthouse. */
export async function watchFeed(db: Database): Promise<void> {
  await addWatch(db, localOrganisationId, {
    source: 'cmecf-rss',
    params: { court: 'cacd' },
    title: 'RSS feed of cacd',
    courtId: 'cacd',
    label: null,
    everyMs: null,
  });
}
