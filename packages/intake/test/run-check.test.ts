import { createFetcher, createHostGate, type GateStore } from '@vigil/fetcher';
import { checksOf, coverageOf, ensureTarget, headOfChanges, timelinePage } from '@vigil/db';
import { VigilError, type ErrorCode } from '@vigil/errors';
import type { Fault } from '@vigil/courthouse';
import { afterEach, describe, expect, it } from 'vitest';
import { runCheck } from '../src/index.js';
import { cacd, openHouse, scenario, type House } from './house.js';

const quick = { connectMs: 1_000, headersMs: 1_000, wholeMs: 2_500 };
const feedOf = (house: House, court = 'cacd'): Promise<string> =>
  ensureTarget(house.rooms.db, {
    source: 'cmecf-rss',
    params: { court },
    title: `RSS feed of ${court}`,
    courtId: null,
  });
const headlines = async (house: House): Promise<readonly string[]> =>
  (await timelinePage(house.rooms.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 50 })).events.map(
    ({ content }) => content.headline,
  );

describe('runCheck', () => {
  let house: House;
  afterEach(() => house.close());

  it('fetches, archives, parses and records; a second run tells nothing', async () => {
    house = await openHouse();
    const target = await feedOf(house);
    expect(await runCheck(house.rooms, target)).toMatchObject({ outcome: 'NEWS', changes: 2 });
    expect(await headlines(house)).toEqual(['Order · Order to Show Cause', 'Petition for Writ of Habeas Corpus']);
    expect(await runCheck(house.rooms, target)).toMatchObject({ outcome: 'NO_NEWS', changes: 0 });
    const { rows } = await house.rooms.db.pool.query<{ captures: number; bodies: number; location: string }>(
      'SELECT (SELECT count(*)::int FROM capture) AS captures, (SELECT count(*)::int FROM body) AS bodies, (SELECT raw_sha256 FROM body) AS location',
    );
    expect(rows[0]).toMatchObject({ captures: 2, bodies: 1 }); // only the build date differs
    expect(Buffer.from(await house.rooms.archive.get(rows[0]!.location)).toString('latin1')).toContain('Roe v. Warden');
  });

  it('says under which id the Check and its Changes are recorded', async () => {
    house = await openHouse();
    const target = await feedOf(house);
    const result = await runCheck(house.rooms, target);
    const checks = await house.rooms.db.pool.query<{ check_id: string; id: string }>(
      'SELECT c.check_id, k.id FROM change c CROSS JOIN "check" k',
    );
    expect(result).toMatchObject({ source: 'cmecf-rss', checkId: expect.any(String) });
    const { checkId } = result as { readonly checkId: string };
    expect(checks.rows).toEqual(Array.from({ length: 2 }, () => ({ check_id: checkId, id: checkId })));
  });

  it('asks conditionally, and takes "not modified" for a sight of all that was there', async () => {
    house = await openHouse({
      scenario: { ...scenario, courts: scenario.courts.map((court) => ({ ...court, conditional: true })) },
    });
    const target = await feedOf(house);
    await runCheck(house.rooms, target);
    expect(await runCheck(house.rooms, target)).toMatchObject({ outcome: 'NO_NEWS', changes: 0 });
    expect(
      house.courthouse.requests.filter(({ path }) => path.includes('rss_outside')).map(({ status }) => status),
    ).toEqual([200, 304]);
  });

  it.each(['QUEUE_UNREACHABLE', 'DATABASE_UNREACHABLE'] as const)(
    'takes a host gate without its store (%s) for its own fault: nothing is asked, nothing is recorded',
    async (code) => {
      house = await openHouse();
      const target = await feedOf(house);
      const lost = async (): Promise<never> => {
        throw new VigilError(code);
      };
      const store: GateStore = { transact: lost, recallRobots: lost, keepRobots: lost };
      const via = house.courthouse.origin;
      const fetcher = createFetcher({
        userAgent: 'Vigil/0.1 (test)',
        via,
        gate: createHostGate({ minIntervalMs: 0, store }),
      });
      await expect(runCheck({ ...house.rooms, fetcher }, target)).rejects.toMatchObject({ code, policy: 'retry' });
      await fetcher.close();
      expect(house.courthouse.requests).toEqual([]);
      expect(await checksOf(house.rooms.db, target, 10)).toEqual([]);
      expect(await coverageOf(house.rooms.db, [target], 10)).toEqual([[]]);
    },
  );

  const bad: readonly (readonly [what: string, fault: Fault, code: ErrorCode])[] = [
    ['bytes that are no XML', { kind: 'not-xml' }, 'NOT_A_FEED'],
    ['HTML for XML', { kind: 'html' }, 'NOT_A_FEED'],
    ['a challenge page', { kind: 'challenge', status: 200 }, 'BLOCKED_BY_PUBLISHER'],
    ['a challenge page with status 403', { kind: 'challenge', status: 403 }, 'BLOCKED_BY_PUBLISHER'],
    ['a maintenance page', { kind: 'maintenance', status: 200 }, 'MAINTENANCE'],
    ['50 MB of zeros', { kind: 'zeros', megabytes: 50 }, 'FETCH_TOO_LARGE'],
    ['a gzip bomb', { kind: 'gzip-bomb', megabytes: 200 }, 'FETCH_TOO_LARGE'],
    [
      'a feed cut in the middle, with the length of the whole',
      { kind: 'truncated', announced: 'whole' },
      'FETCH_TRUNCATED',
    ],
    ['a feed cut in the middle, with the length of the half', { kind: 'truncated', announced: 'half' }, 'FEED_BROKEN'],
    ['no answer', { kind: 'hang' }, 'FETCH_TIMEOUT'],
    ['a 503', { kind: 'unavailable' }, 'FETCH_UNAVAILABLE'],
    ['a 429', { kind: 'rate-limited', retryAfterSeconds: 120 }, 'FETCH_RATE_LIMITED'],
    ['a redirect to itself', { kind: 'redirect-loop' }, 'FETCH_REDIRECTS'],
    ['a redirect to another site', { kind: 'redirect-away', to: 'https://example.org/' }, 'FETCH_REDIRECTS'],
    ['robots.txt that forbids', { kind: 'robots', body: 'User-agent: *\nDisallow: /\n' }, 'FETCH_ROBOTS'],
  ];
  it.each(bad)('%s is a typed error and Coverage, never an Event', async (_what, fault, code) => {
    house = await openHouse({ scenario, faults: { [cacd]: fault } }, quick);
    const target = await feedOf(house);
    expect(await runCheck(house.rooms, target)).toMatchObject({ outcome: 'FAILED', error: { code } });
    expect((await coverageOf(house.rooms.db, [target], 5))[0]).toMatchObject([
      { state: 'BLIND', reason: code, toAt: null },
    ]);
    expect(await checksOf(house.rooms.db, target, 5)).toMatchObject([{ outcome: 'FAILED', errorCode: code }]);
    expect(await headOfChanges(house.rooms.db)).toBe(0);
    expect(await headlines(house)).toEqual([]);
  });

  it('what failed after a good reading takes nothing away, and the next good reading says that nothing was missed', async () => {
    house = await openHouse();
    const target = await feedOf(house);
    await runCheck(house.rooms, target);
    house.courthouse.fault(cacd, { kind: 'challenge', status: 200, times: 1 });
    await runCheck(house.rooms, target);
    expect(await headlines(house)).toHaveLength(2);
    expect(await runCheck(house.rooms, target)).toMatchObject({ outcome: 'NO_NEWS', changes: 0 });
    expect((await coverageOf(house.rooms.db, [target], 5))[0]).toMatchObject([
      { state: 'SEEING' },
      { state: 'BLIND', reason: 'BLOCKED_BY_PUBLISHER', recovered: true },
      { state: 'SEEING' },
    ]);
    const { rows } = await house.rooms.db.pool.query('SELECT error_code FROM capture ORDER BY captured_at');
    expect(rows).toEqual([{ error_code: null }, { error_code: 'BLOCKED_BY_PUBLISHER' }, { error_code: null }]);
  });

  it.each([
    ['an unknown court', { court: 'nowhere' }, 'UNKNOWN_COURT'],
    ['a court without a feed', { court: 'txnd' }, 'NO_FEED'],
    ['parameters of another shape', { district: 'cacd' }, 'BAD_INPUT'],
  ] as const)('a Target of %s is a typed error and Coverage', async (_what, params, code) => {
    house = await openHouse();
    const target = await ensureTarget(house.rooms.db, { source: 'cmecf-rss', params, title: 'wrong', courtId: null });
    expect(await runCheck(house.rooms, target)).toMatchObject({ outcome: 'FAILED', error: { code } });
    expect((await coverageOf(house.rooms.db, [target], 5))[0]).toMatchObject([{ state: 'BLIND', reason: code }]);
    expect(house.courthouse.requests).toEqual([]);
  });

  it('Retry-After is obeyed: until then nothing is asked', async () => {
    house = await openHouse({
      scenario,
      faults: { [cacd]: { kind: 'rate-limited', retryAfterSeconds: 120, times: 1 } },
    });
    const target = await feedOf(house);
    await runCheck(house.rooms, target);
    const asked = house.courthouse.requests.length;
    expect(await runCheck(house.rooms, target)).toMatchObject({
      outcome: 'NOT_YET',
      waitMs: expect.closeTo(120_000, -4),
    });
    expect(house.courthouse.requests).toHaveLength(asked);
  });

  it('two Checks of one Target never overlap, and an unknown Target is said', async () => {
    house = await openHouse({ scenario, faults: { [cacd]: { kind: 'drip', bytesPerSecond: 2_000 } } });
    const target = await feedOf(house);
    const results = await Promise.allSettled([runCheck(house.rooms, target), runCheck(house.rooms, target)]);
    expect(
      results
        .map((result) =>
          result.status === 'fulfilled' ? result.value.outcome : (result.reason as { code: string }).code,
        )
        .sort(),
    ).toEqual(['CHECK_OVERLAP', 'NEWS']);
    await expect(runCheck(house.rooms, '00000000-0000-8000-8000-000000000000')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
