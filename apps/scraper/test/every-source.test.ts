/** Every Source runs over HTTP, on schedules of BullMQ: its specimens, and pages of courts that were recorded. */
import { loadArchiveKey, openArchive } from '@vigil/archive';
import { startCourthouse, type RecordedPage } from '@vigil/courthouse';
import {
  addWatch,
  ensureLocalOrganisation,
  listTargets,
  localOrganisationId,
  openDatabase,
  type Database,
} from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { createFetcher, createHostGate } from '@vigil/fetcher';
import { parseParams, readPage, type AnySource, type CapturedPage } from '@vigil/source-kit';
import { readSpecimens } from '@vigil/source-lab';
import { sources } from '@vigil/sources';
import { createTestDatabase, sharedFolder } from '@vigil/tooling/testing';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ScraperMetrics, startScraper } from '../src/index.js';

/** A page, and the Target that shows it. */
interface Shown {
  readonly source: AnySource;
  readonly params: unknown;
  readonly page: CapturedPage;
}

const sourcesFolder = path.join(import.meta.dirname, '../../../packages/sources/src');

it('reads the specimens of every Source', { timeout: 180_000 }, async () => {
  const shown = [...sources].flatMap(([id, source]) =>
    source.access === 'mailbox'
      ? []
      : readSpecimens(source, path.join(sourcesFolder, id))
          .slice(0, 1)
          .map(({ params, page }) => ({ source, params, page })),
  );
  const read = [...sources.values()].filter(({ access }) => access !== 'mailbox');
  expect(shown.map(({ source }) => source.id)).toEqual(read.map(({ id }) => id));
  await expectSeen(shown);
});

it('reads recorded pages of courts', { timeout: 240_000 }, async () => {
  const shown = await recordedPages(sharedFolder('conformance'));
  expect(new Set(shown.map(({ source }) => source.id)).size).toBeGreaterThan(1);
  await expectSeen(shown);
});

/** Serves the pages, watches their Targets, and waits until a scraper has recorded what each page says. */
async function expectSeen(shown: readonly Shown[]): Promise<void> {
  const db = await openScraper(shown.map(({ page }) => page));
  for (const { source, params } of shown)
    await addWatch(db, localOrganisationId, {
      source: source.id,
      params,
      title: source.describe(params),
      courtId: source.court(params),
      label: null,
      everyMs: null,
    });
  const targets = await vi.waitFor(
    async () => {
      const all = await listTargets(db);
      expect(all.filter(({ lastCheckedAt }) => lastCheckedAt === null)).toEqual([]);
      return all;
    },
    { timeout: 150_000, interval: 200 },
  );
  expect(targets.map(({ title, errorCode }) => [title, errorCode])).toEqual(targets.map(({ title }) => [title, null]));
  const { rows } = await db.pool.query<{ source: string; n: number }>(
    `SELECT t.source, count(DISTINCT s.observation_id)::int AS n FROM sighting s JOIN target t ON t.id = s.target_id GROUP BY 1`,
  );
  const wanted = new Map<string, number>();
  for (const { source, params, page } of shown)
    wanted.set(source.id, (wanted.get(source.id) ?? 0) + readPage(source, params, page).statements.length);
  expect(new Map(rows.map(({ source, n }) => [source, n]))).toEqual(wanted);
}

/** A scraper on a courthouse that shows these pages, and its database. Everything is stopped with the test. */
async function openScraper(pages: readonly CapturedPage[]): Promise<Database> {
  const later = (undo: () => unknown): void => onTestFinished(async () => void (await undo()));
  const { url, drop } = await createTestDatabase();
  later(drop);
  const db = await openDatabase({ url });
  later(() => db.close());
  await ensureLocalOrganisation(db);
  const courthouse = await startCourthouse({
    pages: pages.map(({ url: address, status, headers, body }): RecordedPage => {
      return { url: address, status, headers, body: Buffer.from(body) };
    }),
  });
  later(() => courthouse.close());
  const directory = await mkdtemp(path.join(tmpdir(), 'vigil-scraper-'));
  later(() => rm(directory, { recursive: true, force: true }));
  const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
  const fetcher = createFetcher({
    userAgent: 'Vigil/0.1 (test)',
    via: courthouse.origin,
    gate: createHostGate({ minIntervalMs: 5, simulated: true }),
  });
  later(() => fetcher.close());
  const scraper = await startScraper({
    rooms: { db, archive, fetcher, sources, now: Date.now },
    databaseUrl: url,
    redisUrl: null,
    concurrency: 4,
    simulated: true,
    health: { host: '127.0.0.1', port: 0 },
    metrics: new ScraperMetrics(),
    log: pino({ level: 'silent' }),
  });
  later(() => scraper.close(5_000));
  return db;
}

/** Of each kind so many pages are shown. */
const ofEachKind = 5;
const largest = 200_000;

/** Recorded pages that a Source knows as its own, each of a Target of its own. */
async function recordedPages(folder: string): Promise<readonly Shown[]> {
  const found = new Map<string, Shown>();
  for (const kind of (await readdir(folder, { withFileTypes: true })).filter((item) => item.isDirectory())) {
    let taken = 0;
    for (const file of (await readdir(path.join(folder, kind.name))).toSorted()) {
      if (taken === ofEachKind) break;
      const body = await readFile(path.join(folder, kind.name, file));
      const known = body.length > largest ? null : ownerOf(body, /^[^_.-]+/.exec(file)![0]);
      if (known === null || found.has(known.page.url)) continue;
      found.set(known.page.url, known);
      taken += 1;
    }
  }
  return [...found.values()];
}

/** The Source that knows a page, at the address where it looks for it; `null` where none does. */
function ownerOf(body: Buffer, court: string): Shown | null {
  for (const source of sources.values()) {
    try {
      const params = parseParams(source, source.paramsOfPage?.(body, court) ?? null);
      const page = {
        url: source.plan(params).url,
        capturedAt: '2026-01-01T00:00:00.000Z',
        status: 200,
        headers: {},
        body,
      };
      readPage(source, params, page);
      return { source, params, page };
    } catch (error) {
      if (!(error instanceof VigilError)) throw error;
    }
  }
  return null;
}
