import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  casesByAlias,
  countTimeline,
  eventsByKey,
  evidenceOf,
  listCases,
  record,
  revisionsOf,
  timelinePage,
  type EventRow,
  type TimelineFilter,
  type TimelineKey,
  type TimelineOrder,
} from '../src/index.js';
import {
  caption,
  entry,
  makeTarget,
  minute,
  openTestDatabase,
  page,
  published,
  type OpenTestDatabase,
} from './factory.js';

describe('timelinePage', () => {
  let test: OpenTestDatabase;
  let middle: string;
  beforeAll(async () => {
    test = await openTestDatabase();
    const target = await makeTarget(test.db, 'pages');
    const all = Array.from({ length: 23 }, (_, i) =>
      entry({
        caseId: String(600 + (i % 3)),
        seq: i,
        labels: [i % 2 ? 'Motion for TRO' : 'Order'],
        enteredAt: minute(i % 7),
      }),
    );
    await record(test.db, page(target, minute(1), [caption('600', 'Roe v. Warden'), ...all]));
    await new Promise((resolve) => setTimeout(resolve, 5));
    middle = (await test.db.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]!.now.toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await record(
      test.db,
      page(target, minute(2), [
        entry({ caseId: '600', seq: 0, labels: ['Amended Order'], enteredAt: minute(0) }),
        ...all.slice(1),
        entry({ caseId: '603', seq: 0 }),
      ]),
    );
  });
  afterAll(() => test.close());

  const key = (event: EventRow, order: TimelineOrder): TimelineKey => ({
    value: order === 'OCCURRED_AT' ? String(event.occurredMs) : event.addedSeq,
    id: event.id,
  });
  const ask = async (filter: TimelineFilter, asOf?: string): Promise<readonly EventRow[]> =>
    (
      await timelinePage(test.db, {
        filter,
        orderBy: 'OCCURRED_AT',
        limit: 100,
        ...(asOf === undefined ? {} : { asOf }),
      })
    ).events;

  it.each(['OCCURRED_AT', 'RECORDED_AT'] as const)(
    'walked forward and backward by %s, pages give the whole, each Event once',
    async (orderBy) => {
      const { events: whole } = await timelinePage(test.db, { filter: {}, orderBy, limit: 100 });
      const forward: EventRow[] = [];
      for (let more = true; more;) {
        const after = forward.at(-1);
        const part = await timelinePage(test.db, {
          filter: {},
          orderBy,
          limit: 5,
          ...(after ? { after: key(after, orderBy) } : {}),
        });
        forward.push(...part.events);
        more = part.hasMore;
      }
      const backward: EventRow[] = [];
      for (let more = true; more;) {
        const before = backward[0];
        const part = await timelinePage(test.db, {
          filter: {},
          orderBy,
          limit: 5,
          fromEnd: true,
          ...(before ? { before: key(before, orderBy) } : {}),
        });
        backward.unshift(...part.events);
        more = part.hasMore;
      }
      expect(whole).toHaveLength(24);
      expect(forward).toEqual(whole);
      expect(backward).toEqual(whole);
    },
  );

  it('filters by court, Case, kind, time and text, alone and together', async () => {
    const [roe] = await casesByAlias(test.db, 'cacd', 'PACER_CASE_ID', '600');
    expect(await ask({ courts: ['nyed'] })).toHaveLength(0);
    expect(await ask({ cases: [roe!.id] })).toHaveLength(8);
    expect(await ask({ text: 'TRO' })).toHaveLength(11);
    expect(await ask({ text: 'warden' })).toHaveLength(8);
    expect(await ask({ text: 'TRO', cases: [roe!.id] })).toHaveLength(4);
    expect(await ask({ kinds: ['DOCKET_ENTRY'], occurredFrom: minute(2), occurredTo: minute(3) })).toHaveLength(3);
    expect(await ask({ recordedFrom: middle })).toHaveLength(1);
    expect(await ask({ recordedTo: middle })).toHaveLength(23);
  });

  it('Vigil’s own beats are in no list that does not name their publisher or their series', async () => {
    const own = await openTestDatabase();
    const target = await makeTarget(own.db, 'canary');
    const { content, keys, recordKey } = published('600', '2026-03-01', 'Canary');
    const series = { court: 'vigil', caseId: null, docketNumber: 'Canary' };
    const beat = { kind: 'publication', case: series, recordKey, keys, content } as const;
    await record(own.db, page(target, minute(1), [beat, entry({ seq: 1 })]));
    const [canary] = await casesByAlias(own.db, 'vigil', 'DOCKET_NUMBER', 'Canary');
    const courtsOf = async (filter: TimelineFilter, asOf?: string): Promise<readonly string[]> => {
      const request = { filter, ...(asOf === undefined ? {} : { asOf }) };
      const { events } = await timelinePage(own.db, { ...request, orderBy: 'OCCURRED_AT', limit: 9 });
      expect(await countTimeline(own.db, request, 9)).toBe(events.length);
      return events.map(({ courtId }) => courtId).sort();
    };
    const now = new Date(Date.now() + 60_000).toISOString();
    for (const asOf of [undefined, now]) {
      expect(await courtsOf({}, asOf)).toEqual(['cacd']);
      expect(await courtsOf({ kinds: ['PUBLICATION'] }, asOf)).toEqual([]);
      expect(await courtsOf({ text: 'canary' }, asOf)).toEqual([]);
      expect(await courtsOf({ courts: ['vigil'] }, asOf)).toEqual(['vigil']);
      expect(await courtsOf({ courts: ['vigil', 'cacd'] }, asOf)).toEqual(['cacd', 'vigil']);
      expect(await courtsOf({ courts: [], cases: [canary!.id] }, asOf)).toEqual([]);
      expect(await courtsOf({ cases: [canary!.id] }, asOf)).toEqual(['vigil']);
    }
    const listed = async (courts?: readonly string[]): Promise<readonly string[]> =>
      (await listCases(own.db, { ...(courts && { courts }), limit: 9 })).cases.map(({ courtId }) => courtId);
    expect(await listed()).toEqual(['cacd']);
    expect(await listed(['vigil'])).toEqual(['vigil']);
    await own.close();
  });

  it('as of a moment it shows what readers could have seen then', async () => {
    const now = await ask({});
    const then = await ask({}, middle);
    expect(then).toHaveLength(23);
    expect(now.map(({ content }) => content.headline)).toContain('Amended Order');
    expect(then.map(({ content }) => content.headline)).not.toContain('Amended Order');
    expect(await ask({}, '2020-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('an Event is read by its key, with its revisions and its evidence', async () => {
    const amended = (await ask({})).find(({ content }) => content.headline === 'Amended Order')!;
    expect(await eventsByKey(test.db, [{ caseId: amended.caseId, id: amended.caseId }, amended])).toEqual([
      undefined,
      amended,
    ]);
    const [revisions] = await revisionsOf(test.db, [amended]);
    expect(revisions!.map(({ n, content, states }) => [n, content.headline, states.length])).toEqual([
      [1, 'Order', 1],
      [2, 'Amended Order', 2],
    ]);
    const evidence = await evidenceOf(
      test.db,
      amended.evidence.map((id) => ({ caseId: amended.caseId, id })),
    );
    expect(
      [...evidence.values()]
        .flat()
        .map(({ first }) => first.capturedAt)
        .sort(),
    ).toEqual([minute(1), minute(2)]);
  });

  it('the hot paths do not touch all partitions', async () => {
    const [roe] = await casesByAlias(test.db, 'cacd', 'PACER_CASE_ID', '600');
    const tables = async (sql: string): Promise<number> =>
      new Set(JSON.stringify((await test.db.pool.query(`EXPLAIN (FORMAT JSON) ${sql}`)).rows).match(/"event_p\d+"/g))
        .size;
    expect(
      await tables(
        `SELECT * FROM event WHERE case_id = '${roe!.id}' AND retracted_at IS NULL ORDER BY occurred_ms DESC, id DESC LIMIT 50`,
      ),
    ).toBe(1);
    expect(await tables('SELECT * FROM timeline_position ORDER BY occurred_ms DESC, event_id DESC LIMIT 50')).toBe(0);
  });
});
