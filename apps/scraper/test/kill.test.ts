import { loadArchiveKey, openArchive } from '@vigil/archive';
import { parseScenario, startCourthouse, VirtualClock, type Courthouse } from '@vigil/courthouse';
import { changesAfter, ensureTarget, headOfChanges, openDatabase, timelinePage, type Database } from '@vigil/db';
import { createFetcher, createHostGate } from '@vigil/fetcher';
import type { Rooms } from '@vigil/intake';
import { sources } from '@vigil/sources';
import { createTestDatabase } from '@vigil/tooling/testing';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkHandler } from '../src/check-handler.js';
import { ScraperMetrics } from '../src/index.js';

const minutes = 120;
const start = Date.UTC(2026, 2, 2, 12);
const at = (minute: number): number => start + minute * 60_000;

/** A case that gets an entry a minute, so that each Check of the loop has news to lose. */
const scenario = parseScenario({
  title: 'An entry a minute',
  clock: { start: '2026-03-02T12:00:00Z' },
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
          entries: Array.from({ length: minutes }, (_, i) => ({
            at: new Date(at(i)).toISOString(),
            sequence: i + 1,
            number: i + 1,
            labels: [`Entry ${i + 1}`],
            document: String(96_000_001 + i),
          })),
        },
      ],
    },
  ],
});

describe('kill -9', () => {
  let url: string;
  let drop: () => Promise<void>;
  let db: Database;
  let directory: string;
  let courthouse: Courthouse;
  let clock: VirtualClock;
  let targetId: string;
  let rooms: Rooms;
  beforeAll(async () => {
    ({ url, drop } = await createTestDatabase());
    db = await openDatabase({ url });
    directory = await mkdtemp(path.join(tmpdir(), 'vigil-kill-'));
    clock = new VirtualClock(scenario.clock);
    clock.pause();
    courthouse = await startCourthouse({ scenario, clock });
    const archive = openArchive({ directory, key: await loadArchiveKey({ directory, env: {} }) });
    const fetcher = createFetcher({
      userAgent: 'Vigil/0.1 (test)',
      via: courthouse.origin,
      gate: createHostGate({ minIntervalMs: 0 }),
    });
    rooms = { db, archive, fetcher, sources, now: Date.now };
    targetId = await ensureTarget(db, {
      source: 'cmecf-rss',
      params: { court: 'cacd' },
      title: 'RSS feed of cacd',
      courtId: 'cacd',
    });
  });
  afterAll(async () => {
    await rooms.fetcher.close();
    await courthouse.close();
    await db.close();
    await drop();
    await rm(directory, { recursive: true, force: true });
  });

  /** One Check in a process of its own, killed at the given await; what it printed, or the signal that ended it. */
  const doomedCheck = (dieAt: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const args = [
        path.join(import.meta.dirname, 'doomed-check.mjs'),
        JSON.stringify({ databaseUrl: url, directory, via: courthouse.origin, targetId, dieAt }),
      ];
      execFile(process.execPath, args, (error, stdout, stderr) => {
        if (error?.signal) resolve(error.signal);
        else if (error) reject(new Error(stderr, { cause: error }));
        else resolve(stdout);
      });
    });

  it('at any await of a Check, then a restart, ends in the same timeline', async () => {
    const { signal } = new AbortController();
    const restartedCheck = checkHandler(rooms, new ScraperMetrics(), pino({ level: 'silent' }));
    // A process a point: one run tries every second await, the odd ones or the even ones by chance, or all of them if told so.
    const step = process.env['VIGIL_EVERY_AWAIT'] === '1' ? 1 : 2;
    const first = step === 1 ? 1 : 1 + Math.floor(Math.random() * 2);
    let points = 0;
    for (let dieAt = first; ; dieAt += step) {
      clock.advanceTo(at(points) + 1_000);
      const ended = await doomedCheck(dieAt);
      if (ended !== 'SIGKILL') break; // the Check has fewer awaits than this: all were tried
      points += 1;
      // The server notices within moments that the killed process is gone, and gives its lock back.
      await vi.waitFor(() => restartedCheck({ targetId, attempt: 2, signal }), { timeout: 40_000, interval: 20 });
      const { events } = await timelinePage(db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 200 });
      expect(
        events.map(({ content }) => content.headline),
        `killed at await ${dieAt}`,
      ).toEqual(Array.from({ length: points }, (_, i) => `Entry ${points - i}`));
    }
    expect(points).toBeGreaterThan(20 / step);
    const changes = await changesAfter(db, 0, await headOfChanges(db), 1_000);
    expect(changes.map(({ seq, kind }) => [seq, kind])).toEqual(
      Array.from({ length: points + 1 }, (_, i) => [i + 1, 'ADDED']),
    );
  }, 420_000);
});
