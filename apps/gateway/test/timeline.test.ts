import { record } from '@vigil/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, caption, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

describe('timeline', () => {
  let gateway: TestGateway;
  let caseId: string;
  let beforeSecond: string;

  beforeAll(async () => {
    gateway = await openTestGateway();
    const { db } = gateway;
    const target = await feedTarget(db);
    const other = await feedTarget(db, 'nyed');
    await record(
      db,
      reading(target, at(10), [
        caption('100', 'Roe v. Warden'),
        entry({ seq: 1, labels: ['Motion for TRO'], enteredAt: at(1), number: '1' }),
        entry({ seq: 2, labels: ['Order'], text: 'ORDER granting the motions.', enteredAt: at(2) }),
        entry({ caseId: '200', seq: 3, labels: ['Notice'], enteredAt: null, filedOn: '2026-02-20' }),
      ]),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    beforeSecond = (await db.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]!.now.toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await record(
      db,
      reading(target, at(11), [
        caption('100', 'Roe v. Warden'),
        entry({ seq: 1, labels: ['Motion for TRO', 'Motion to Stay'], enteredAt: at(1), number: '1' }),
        entry({ seq: 2, labels: ['Order'], text: 'ORDER granting the motions.', enteredAt: at(2) }),
        entry({ caseId: '200', seq: 3, labels: ['Notice'], enteredAt: null, filedOn: '2026-02-20' }),
      ]),
    );
    await record(
      db,
      reading(other, at(12), [entry({ court: 'nyed', caseId: '300', seq: 4, labels: ['Judgment'], enteredAt: at(3) })]),
    );
    const { case: found } = await gateway.data('{ case(by: { pacerCaseId: { court: "cacd", id: "100" } }) { id } }');
    caseId = found!.id;
  });
  afterAll(() => gateway.close());

  const headlines = async (args: string): Promise<readonly string[]> => {
    const { timeline } = await gateway.data(`{ timeline(${args}) { nodes { headline } } }`);
    return timeline.nodes.map(({ headline }) => headline);
  };

  it('tells an Event as the court does: when, what, and in which case', async () => {
    const { timeline } = await gateway.data(`{
      timeline(filter: { text: "TRO" }) {
        nodes {
          __typename kind headline tags urgency recordedAt revisedAt
          occurredAt { instant precision day zone }
          case { caption docketNumber printedNumber pacerCaseId court { code name } }
          ... on DocketEntryEvent { number labels text filedOn enteredAt documentUrl documentId }
        }
      }
    }`);
    expect(timeline.nodes).toEqual([
      {
        __typename: 'DocketEntryEvent',
        kind: 'DOCKET_ENTRY',
        headline: 'Motion for TRO · Motion to Stay',
        tags: [],
        urgency: 'UNRATED',
        recordedAt: expect.stringMatching(/Z$/),
        revisedAt: expect.stringMatching(/Z$/),
        occurredAt: { instant: at(1), precision: 'MINUTE', day: '2026-03-01', zone: 'America/Los_Angeles' },
        case: {
          caption: 'Roe v. Warden',
          docketNumber: '8:26-cv-00100',
          printedNumber: '8:26-cv-00100-ABC-DEF',
          pacerCaseId: '100',
          court: { code: 'cacd', name: 'U.S. District Court, Central District of California' },
        },
        number: '1',
        labels: ['Motion for TRO', 'Motion to Stay'],
        text: null,
        filedOn: null,
        enteredAt: at(1),
        documentUrl: null,
        documentId: null,
      },
    ]);
  });

  it('keeps a date without a time a date', async () => {
    const { timeline } = await gateway.data(
      '{ timeline(filter: { text: "notice" }) { nodes { occurredAt { instant precision day } } } }',
    );
    expect(timeline.nodes).toEqual([
      { occurredAt: { instant: '2026-02-20T08:00:00.000Z', precision: 'DAY', day: '2026-02-20' } },
    ]);
  });

  it('is newest first, by either time', async () => {
    expect(await headlines('orderBy: OCCURRED_AT')).toEqual([
      'Judgment',
      'Order',
      'Motion for TRO · Motion to Stay',
      'Notice',
    ]);
    expect((await headlines('orderBy: RECORDED_AT'))[0]).toBe('Judgment');
  });

  it('is filtered by every member of the filter, and by all at once', async () => {
    expect(await headlines('filter: { courts: ["nyed"] }')).toEqual(['Judgment']);
    // Aliases are understood.
    expect(await headlines('filter: { courts: ["EDNY"] }')).toEqual(['Judgment']);
    expect(await headlines(`filter: { cases: ["${caseId}"] }`)).toEqual(['Order', 'Motion for TRO · Motion to Stay']);
    expect(await headlines('filter: { kinds: [DOCKET_ENTRY] }')).toHaveLength(4);
    expect(await headlines('filter: { kinds: [] }')).toEqual([]);
    // Any inflection, and the caption too.
    expect(await headlines('filter: { text: "motion" }')).toHaveLength(2);
    expect(await headlines('filter: { text: "roe warden" }')).toHaveLength(2);
    expect(await headlines('filter: { text: "motion -stay" }')).toEqual(['Order']);
    expect(await headlines('filter: { text: "  " }')).toHaveLength(4);
    expect(await headlines(`filter: { occurred: { from: "${at(2)}", to: "${at(3)}" } }`)).toEqual(['Order']);
    expect(await headlines(`filter: { recorded: { from: "${beforeSecond}" } }`)).toEqual(['Judgment']);
    expect(await headlines(`filter: { recorded: { to: "${beforeSecond}" } }`)).toHaveLength(3);
    expect(await headlines(`filter: { courts: ["cacd"], text: "order", cases: ["${caseId}"] }`)).toEqual(['Order']);
  });

  it('is told as of any moment as it was told then', async () => {
    expect(await headlines(`asOf: "${beforeSecond}"`)).toEqual(['Order', 'Motion for TRO', 'Notice']);
    expect(await headlines(`asOf: "${at(0)}"`)).toEqual([]);
    expect(await headlines(`asOf: "${beforeSecond}", filter: { text: "stay" }`)).toEqual([]);
  });

  it('of one case is that of a filter with that case', async () => {
    const { case: one } = await gateway.data(
      `{ case(by: { id: "${caseId}" }) { timeline(first: 1) { nodes { headline } pageInfo { hasNextPage } totalCount { atLeast exact } } } }`,
    );
    expect(one!.timeline).toEqual({
      nodes: [{ headline: 'Order' }],
      pageInfo: { hasNextPage: true },
      totalCount: { atLeast: 2, exact: true },
    });
  });

  it('tells what an Event rests on, down to the bytes', async () => {
    const { timeline } = await gateway.data(`{
      timeline(filter: { text: "TRO" }) {
        nodes { evidence { source sourceVersion statement first { url simulator origin capturedAt sha256 } latest { capturedAt } } }
      }
    }`);
    const { evidence } = timeline.nodes[0]!;
    expect(evidence).toHaveLength(2);
    const first = evidence.find(({ first: { capturedAt } }) => capturedAt === at(10));
    expect(first).toMatchObject({
      source: 'cmecf-rss',
      sourceVersion: 1,
      statement: { labels: ['Motion for TRO'], number: '1' },
      first: {
        url: expect.stringMatching(/^https:/),
        simulator: 'http://127.0.0.1:1',
        origin: 'FETCHED',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      latest: { capturedAt: at(10) },
    });
  });

  it('tells everything that was ever told of an Event', async () => {
    const { timeline } = await gateway.data(`{
      timeline(filter: { text: "TRO" }) {
        nodes { revisions { n recordedFrom recordedTo content { headline ... on DocketEntry { labels } } states { capturedAt content { headline } } evidence { source } } }
      }
    }`);
    const [before, now] = timeline.nodes[0]!.revisions;
    expect(before).toMatchObject({
      n: 1,
      content: { headline: 'Motion for TRO', labels: ['Motion for TRO'] },
      states: [{ capturedAt: at(10) }],
      evidence: [{}],
    });
    expect(now).toMatchObject({
      n: 2,
      recordedTo: null,
      content: { headline: 'Motion for TRO · Motion to Stay' },
      evidence: [{}, {}],
    });
    expect(now!.states.map(({ capturedAt, content }) => [capturedAt, content.headline])).toEqual([
      [at(10), 'Motion for TRO'],
      [at(11), 'Motion for TRO · Motion to Stay'],
    ]);
    expect(now!.recordedFrom).toBe(before!.recordedTo);
  });

  it.each([
    ['first: 5, last: 5', 'BAD_INPUT', /not both/],
    ['first: 0', 'BAD_INPUT', /from 1 to 200/],
    ['last: 201', 'BAD_INPUT', /from 1 to 200/],
    ['after: "nonsense"', 'BAD_CURSOR', /no cursor/],
    ['filter: { courts: ["nowhere"] }', 'UNKNOWN_COURT', /nowhere/],
    ['filter: { cases: ["nonsense"] }', 'NOT_FOUND', /no case/],
    [`filter: { text: "${'x'.repeat(301)}" }`, 'BAD_INPUT', /300/],
  ])('refuses %s with %s', async (args, code, message) => {
    expect(await gateway.error(`{ timeline(${args}) { nodes { id } } }`)).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code, wayOut: expect.any(String) },
    });
  });

  it('refuses a cursor of another order', async () => {
    const { timeline } = await gateway.data('{ timeline(first: 1) { pageInfo { endCursor } } }');
    const { extensions } = await gateway.error(
      `{ timeline(orderBy: RECORDED_AT, after: "${timeline.pageInfo.endCursor}") { nodes { id } } }`,
    );
    expect(extensions.code).toBe('BAD_CURSOR');
  });
});
