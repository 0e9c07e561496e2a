/** Vigil as it runs, in processes of its own, between wires that can fail and a courthouse that tells a story. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCourthouse, VirtualClock, type Courthouse } from '@vigil/courthouse';
import {
  addWatch,
  changesAfter,
  ensureLocalOrganisation,
  headOfChanges,
  localOrganisationId,
  migrate,
  openDatabase,
  timelinePage,
  type Database,
} from '@vigil/db';
import { startPostgres } from '@vigil/local-stack';
import { createTestRedis, type TestRedis, type TestStore } from '@vigil/tooling/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { expect, vi, type TestContext } from 'vitest';
import { startMember, type Member, type MemberName } from './member.js';
import { byText, lineOf, model, story, storyCourts, storySize, type Told } from './story.js';
import { layWire, type Wire } from './wire.js';

/** What a fault test works with. */
export interface House {
  readonly courthouse: Courthouse;
  readonly db: Database;
  readonly postgres: Server;
  /** `null` where the queue is kept in Postgres. */
  readonly redis: Server | null;
  /** Folder of the archive. */
  readonly home: string;
  start(name: MemberName, env?: Readonly<Record<string, string>>, execArgv?: readonly string[]): Promise<Member>;
  /** Empties the queue: every job and every schedule is gone, as after FLUSHALL. */
  loseQueue(): Promise<void>;
  /** Lets the story begin. */
  begin(): void;
  /** How many Events there are by now. */
  events(): Promise<number>;
  /** What readers must have in the end. */
  readonly model: Told;
  /** Waits until the story is over and all of it was seen, and seen again; what readers have then. */
  finish(): Promise<Told>;
}

/** A server, and the wire that leads to it. */
export interface Server {
  readonly wire: Wire;
  /** Kills it in the middle of whatever it does, and starts it anew. */
  crash(): Promise<void>;
}

/**
 * A killed scraper may hold the gate of a court for 20 s (a whole exchange and its margin), and its job for 16 s; a busy
 * machine takes its time, too.
 */
const patienceMs = 180_000;

/** Of the test itself: several run at once in one file. */
export type RunningTest = Pick<TestContext, 'onTestFinished' | 'onTestFailed'>;

/** Opens a house whose queue is kept in a store. Everything is stopped and removed with the test. */
export async function openHouse(test: RunningTest, store: TestStore, seconds: number, home?: string): Promise<House> {
  const later: Later = (close) => test.onTestFinished(async () => void (await close()));
  const folder = await mkdtemp(path.join(tmpdir(), 'vigil-faults-'));
  later(() => rm(folder, { recursive: true, force: true }));
  const postgres = await openPostgres(later, path.join(folder, 'postgres'));
  const redis = store === 'Redis' ? await openRedis(later) : null;
  await migrate(postgres.direct);
  const db = await openDatabase({ url: postgres.direct, max: 4 });
  later(() => db.close());
  await ensureLocalOrganisation(db);
  for (const court of storyCourts) {
    const named = { source: 'cmecf-rss', params: { court }, title: court, courtId: court, label: null };
    await addWatch(db, localOrganisationId, { ...named, everyMs: 500 });
  }
  const scenario = story(seconds);
  const clock = new VirtualClock(scenario.clock);
  clock.pause();
  const courthouse = await startCourthouse({ scenario, clock });
  later(() => courthouse.close());
  const house = home ?? path.join(folder, 'home');
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis?.url ?? '',
    VIGIL_HOME: house,
    VIGIL_SIMULATOR_URL: courthouse.origin,
    VIGIL_PORT: '0',
    VIGIL_CONCURRENCY: '2',
    VIGIL_EXCHANGE_SECONDS: '10',
    VIGIL_LOG_LEVEL: 'debug',
  };
  const events = async (): Promise<number> => {
    const { rows } = await db.pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM event WHERE retracted_at IS NULL',
    );
    return rows[0]!.n;
  };
  return {
    courthouse,
    db,
    postgres,
    redis,
    home: house,
    start: async (name, own = {}, execArgv = []) => {
      const member = await startSupervised(() => startMember(name, { ...env, ...own }, execArgv));
      later(() => member.kill());
      test.onTestFailed(() => void process.stderr.write(`What a ${name} said last:\n${member.said().slice(-4_000)}\n`));
      return member;
    },
    loseQueue: () => redis?.flush() ?? emptyQueue(postgres.direct),
    model: model(scenario),
    begin: () => clock.resume(),
    events,
    finish: async () => {
      await vi.waitFor(async () => expect(await events()).toBeGreaterThanOrEqual(storySize), {
        timeout: patienceMs,
        interval: 200,
      });
      // Two more looks at each court: what would be doubled or undone shows itself.
      const looks = await successfulLooks(db);
      await vi.waitFor(
        async () => {
          const now = await successfulLooks(db);
          for (const court of storyCourts) expect(now.get(court) ?? 0).toBeGreaterThan((looks.get(court) ?? 0) + 1);
        },
        { timeout: patienceMs, interval: 200 },
      );
      return await told(db);
    },
  };
}

/** A process that finds its servers too busy at its start ends and says so; its supervisor starts it anew. */
async function startSupervised(start: () => Promise<Member>): Promise<Member> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      if (attempt === 10 || !/_UNREACHABLE:/.test(String(error))) throw error;
      await sleep(1_000);
    }
  }
}

async function successfulLooks({ pool }: Database): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ court_id: string; n: number }>(
    `SELECT t.court_id, count(*)::int AS n FROM "check" c JOIN target t ON t.id = c.target_id WHERE c.outcome <> 'FAILED' GROUP BY 1`,
  );
  return new Map(rows.map(({ court_id: court, n }) => [court, n]));
}

/** What readers have by now. */
async function told(db: Database): Promise<Told> {
  const { events } = await timelinePage(db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 1_000 });
  const { rows: cases } = await db.pool.query<{ id: string; docket_number: string }>(
    'SELECT id, docket_number FROM "case"',
  );
  const numbers = new Map(cases.map(({ id, docket_number: number }) => [id, number]));
  const changes = await changesAfter(db, 0, await headOfChanges(db), 10_000);
  return {
    timeline: events
      .flatMap(({ courtId, caseId, content: { kind, facts } }) =>
        kind === 'DOCKET_ENTRY' ? lineOf(courtId, numbers.get(caseId)!, facts.labels ?? [], facts.enteredAt ?? '') : [],
      )
      .sort(byText),
    changes: changes.map(({ seq, kind }) => `${seq} ${kind}`),
    eventsTold: new Set(changes.map(({ eventId }) => eventId)).size,
  };
}

/** As its owner: the application may not. */
async function emptyQueue(url: string): Promise<void> {
  const owner = new Client(url);
  await owner.connect();
  await owner.query(
    'TRUNCATE bullmq.job, bullmq.scheduler, bullmq.dedup, bullmq.dedup_next, bullmq.job_dependency, bullmq.job_log',
  );
  await owner.end();
}

/** Runs something when the test is over, the last first. */
type Later = (close: () => Promise<unknown>) => void;

interface FaultyPostgres extends Server {
  /** Its address on the wire. */
  readonly url: string;
  /** Its address past the wire, which stays the same. */
  readonly direct: string;
}

async function openPostgres(later: Later, home: string): Promise<FaultyPostgres> {
  let running = await startPostgres({ home });
  const { url, dataDir } = running;
  later(() => running.stop());
  const wire = await layWire(portOf(url));
  later(() => wire.close());
  return {
    wire,
    url: withPort(url, wire.port),
    direct: url,
    crash: async () => {
      const postmaster = Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(postmaster, 'SIGKILL');
      await vi.waitFor(() => expect(() => process.kill(postmaster, 0)).toThrow('ESRCH'), {
        timeout: 10_000,
        interval: 20,
      });
      running = await startPostgres({ home });
      expect(running.url).toBe(url);
    },
  };
}

async function openRedis(later: Later): Promise<Server & { readonly url: string; flush(): Promise<void> }> {
  const server: TestRedis = await createTestRedis();
  later(() => server.drop());
  const wire = await layWire(portOf(server.url));
  later(() => wire.close());
  return {
    wire,
    url: withPort(server.url, wire.port),
    crash: () => server.restart(),
    flush: async () => {
      const client = new Redis(server.url);
      await client.flushall();
      client.disconnect();
    },
  };
}

const portOf = (url: string): number => Number(new URL(url).port);

function withPort(url: string, port: number): string {
  const moved = new URL(url);
  moved.port = String(port);
  return moved.href;
}
