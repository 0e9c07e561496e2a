import { once } from 'node:events';
import { request } from 'node:http';
import { courtAddress, parseScenario, startCourthouse, type Courthouse, type FaultPlan } from '@vigil/courthouse';
import { createTestDatabase, createTestRedis, testStores, type TestStore } from '@vigil/tooling/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { breaches, rules, type Politeness } from './breaches.js';
import { recordTrace, type Trace, type TracedRequest } from './trace.js';
import { startWorkers, type Equipment, type Outcome, type Worker } from './workers.js';

/** Three courts, all of one domain; the last asks for more than the interval. */
const courts = {
  cacd: 'User-agent: *\nDisallow: /private/\n',
  txsd: 'User-agent: *\nAllow: /\n',
  njd: 'User-agent: *\nCrawl-delay: 0.4\n',
};
type Court = keyof typeof courts;

const hostOf = (court: Court): string => courtAddress(court).host;
const feedOf = (court: Court): string => `https://${hostOf(court)}${courtAddress(court).feedPath}`;
/** Of another domain: the courthouse answers that it does not serve it (421), which is an answer like any other. */
const elsewhere = 'https://www.riverton.example/news';

const intervalMs = 150;
const polite: Politeness = { intervalMs, crawlDelaysMs: { [hostOf('njd')]: 400 } };

/** A busy machine may take its time. */
const timeout = 120_000;
const patient = { timeout: 60_000, interval: 20 };

let workers: readonly Worker[] = [];
beforeAll(async () => {
  workers = await startWorkers();
});
afterAll(() => Promise.all(workers.map((worker) => worker.stop())));

describe.each(testStores())('the trace of ten workers whose gate is kept in %s', (store) => {
  it('shows one request at a time to a domain, pauses obeyed, rules read first and once', { timeout }, async () => {
    const { courthouse, trace } = await open(await share(store), {
      [hostOf('cacd')]: { kind: 'rate-limited', retryAfterSeconds: 1, times: 1 },
      [hostOf('txsd')]: { kind: 'unavailable', retryAfterSeconds: 2, times: 1 },
      [hostOf('njd')]: { kind: 'drip', bytesPerSecond: 1_000, times: 1 },
    });
    const outcomes = await fetchAll((n) => [
      feedOf('cacd'),
      ...(n < 5 ? [feedOf('txsd')] : []),
      ...(n > 6 ? [feedOf('njd')] : []),
      `https://${hostOf('cacd')}/private/`,
      elsewhere,
    ]);
    expect(tally(outcomes)).toEqual({ 200: 16, 429: 1, 503: 1, 421: 10, FETCH_ROBOTS: 10 });
    expect(breaches(trace.requests, polite)).toEqual([]);

    // All of it passed here, and nothing that the rules forbid.
    const hosts = [hostOf('cacd'), hostOf('txsd'), hostOf('njd'), new URL(elsewhere).host];
    expect(tally(trace.requests.map(({ host, path }) => `https://${host}${path}`))).toEqual({
      ...Object.fromEntries(hosts.map((host) => [`https://${host}/robots.txt`, 1])),
      [feedOf('cacd')]: 10,
      [feedOf('txsd')]: 5,
      [feedOf('njd')]: 3,
      [elsewhere]: 10,
    });
    const pauses = trace.requests.filter(({ retryAfterMs }) => retryAfterMs !== null);
    expect(tally(pauses.map(({ status, retryAfterMs }) => `${status}: ${retryAfterMs} ms`))).toEqual({
      '429: 1000 ms': 1,
      '503: 2000 ms': 1,
    });
    // An interval that was counted from its start would be over by its end.
    expect(trace.requests.some((dripped) => dripped.endedAt! - dripped.startedAt > 2 * intervalMs)).toBe(true);

    // A domain that does not answer holds up itself alone: the other is asked meanwhile.
    courthouse.fault(hostOf('txsd'), { kind: 'hang' });
    void fetchAll(() => [feedOf('txsd')]); // given up with the test
    await vi.waitFor(() => expect(openAt(trace, 'txsd')).toHaveLength(1), patient);
    expect(tally(await fetchAll((n) => (n < 5 ? [elsewhere] : [])))).toEqual({ 421: 5 });
    expect(openAt(trace, 'txsd')).toHaveLength(1);
    expect(breaches(trace.requests, polite)).toEqual([]);
  });
});

describe('the trace of ten workers that share no gate', () => {
  it('shows every rule broken, by the same checks', { timeout }, async () => {
    const { trace } = await open(null, {
      [hostOf('cacd')]: { kind: 'rate-limited', retryAfterSeconds: 600, times: 1 },
      [hostOf('txsd')]: { kind: 'hang' },
    });
    // Each worker reads the rules even so. One who knows of none asks first.
    await askRudely(trace.origin, hostOf('njd'));
    await fetchAll(() => [feedOf('cacd'), feedOf('njd'), elsewhere]);
    void fetchAll(() => [feedOf('txsd')]); // given up with the test
    await vi.waitFor(() => expect(openAt(trace, 'txsd').length).toBeGreaterThan(1), patient);
    expect(new Set(breaches(trace.requests, polite).map(({ rule }) => rule))).toEqual(new Set(rules));
  });
});

/** Opens a courthouse and its trace, and equips the workers for it. */
async function open(
  shared: Equipment['shared'],
  faults: FaultPlan,
): Promise<{ readonly courthouse: Courthouse; readonly trace: Trace }> {
  const scenario = parseScenario({
    title: 'Courts without cases',
    clock: { start: '2026-03-02T12:00:00Z' },
    courts: Object.entries(courts).map(([id, robots]) => ({
      id,
      robots,
      name: `Court ${id}`,
      shape: 'district',
      documentPrefix: '031',
      cases: [],
    })),
  });
  const courthouse = await startCourthouse({ scenario, faults });
  onTestFinished(() => courthouse.close());
  const trace = await recordTrace(courthouse.origin);
  onTestFinished(() => trace.close());
  onTestFinished(async () => void (await Promise.all(workers.map((worker) => worker.close()))));
  await Promise.all(workers.map((worker) => worker.open({ via: trace.origin, minIntervalMs: intervalMs, shared })));
  return { courthouse, trace };
}

async function share(store: TestStore): Promise<Equipment['shared']> {
  const database = await createTestDatabase();
  onTestFinished(database.drop);
  if (store === 'Postgres') return { databaseUrl: database.url, redisUrl: null };
  const redis = await createTestRedis();
  onTestFinished(redis.drop);
  return { databaseUrl: database.url, redisUrl: redis.url };
}

/** Has each worker fetch pages, all at once; resolves when the last has come to its end. */
function fetchAll(urlsOf: (worker: number) => readonly string[]): Promise<readonly Outcome[]> {
  return Promise.all(workers.flatMap((worker, n) => urlsOf(n).map((url) => worker.fetch(url))));
}

async function askRudely(origin: string, host: string): Promise<void> {
  const asked = request(`${origin}/`, { headers: { host }, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
  answer.resume();
  await once(answer, 'end');
}

/** Pages of a court that were asked for, and have no end yet. */
function openAt({ requests }: Trace, court: Court): readonly TracedRequest[] {
  const { host, feedPath } = courtAddress(court);
  return requests.filter((each) => each.host === host && each.path === feedPath && each.endedAt === null);
}

function tally(items: readonly (string | number)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}
