import { record } from '@vigil/db';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TimelineData } from './graph.js';
import { at, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway, type Variables } from './test-gateway.js';

const page = /* GraphQL */ `
  query Page(
    $orderBy: TimelineOrder!
    $filter: TimelineFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    timeline(orderBy: $orderBy, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          id
        }
      }
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

describe('pages of the timeline', () => {
  const size = 23;
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    const statements = Array.from({ length: size }, (_, i) =>
      // Ties in time: the id decides.
      entry({ caseId: String(100 + (i % 3)), seq: i, labels: [i % 2 ? 'Order' : 'Motion'], enteredAt: at(i % 5) }),
    );
    await record(gateway.db, reading(await feedTarget(gateway.db), at(30), statements));
  });
  afterAll(() => gateway.close());

  const ask = async (variables: Variables): Promise<TimelineData> => (await gateway.data(page, variables)).timeline;

  const walk = async (variables: Variables, step: number, forward: boolean): Promise<readonly string[]> => {
    const found: string[] = [];
    for (let cursor: string | null = null; ;) {
      const { edges, nodes, pageInfo }: TimelineData = await ask({
        ...variables,
        ...(forward ? { first: step, after: cursor } : { last: step, before: cursor }),
      });
      expect(edges.map(({ node }) => node)).toEqual(nodes);
      expect(edges.length).toBeLessThanOrEqual(step);
      expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
      expect(pageInfo[forward ? 'hasPreviousPage' : 'hasNextPage']).toBe(cursor !== null);
      const ids = nodes.map(({ id }) => id);
      if (forward) found.push(...ids);
      else found.unshift(...ids);
      if (!pageInfo[forward ? 'hasNextPage' : 'hasPreviousPage']) return found;
      cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
    }
  };

  it('walked forward or backward, in steps of any size, give the whole and each Event once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('OCCURRED_AT', 'RECORDED_AT'),
        fc.constantFrom(undefined, { text: 'motion' }, { courts: ['cacd'] }),
        fc.integer({ min: 1, max: 30 }),
        async (orderBy, filter, step) => {
          const whole = (await ask({ orderBy, filter, first: 200 })).nodes.map(({ id }) => id);
          expect(new Set(whole).size).toBe(filter?.text ? 12 : size);
          expect(await walk({ orderBy, filter }, step, true)).toEqual(whole);
          expect(await walk({ orderBy, filter }, step, false)).toEqual(whole);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('lie between two cursors where both are given, and say that there is more on either side', async () => {
    const { edges } = await ask({ orderBy: 'OCCURRED_AT', first: 10 });
    const between = await ask({
      orderBy: 'OCCURRED_AT',
      first: 200,
      after: edges[2]!.cursor,
      before: edges[6]!.cursor,
    });
    expect(between.nodes).toEqual(edges.slice(3, 6).map(({ node }) => node));
    expect(between.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const none = await ask({ orderBy: 'OCCURRED_AT', first: 5, after: edges[2]!.cursor, before: edges[3]!.cursor });
    expect(none).toMatchObject({
      nodes: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  it('show no Event twice and miss none that was there, while others are recorded', async () => {
    const before = (await ask({ orderBy: 'OCCURRED_AT', first: 200 })).nodes.map(({ id }) => id);
    const target = await feedTarget(gateway.db, 'cacd', 'busy');
    const enough = new AbortController();
    const writing = (async () => {
      for (let i = 0; !enough.signal.aborted; i++)
        await record(
          gateway.db,
          reading(target, at(40 + i), [entry({ caseId: '900', seq: 1000 + i, enteredAt: at(i % 6) })]),
        );
    })();
    for (let run = 0; run < 5; run++) {
      const found = await walkThrough(3);
      expect(new Set(found).size).toBe(found.length);
      expect(found.filter((id) => before.includes(id))).toEqual(before);
    }
    enough.abort();
    await writing;
  });

  /** As `walk`, without a claim on what else is true of the pages. */
  async function walkThrough(step: number): Promise<readonly string[]> {
    const found: string[] = [];
    for (let cursor: string | null = null; ;) {
      const { nodes, pageInfo }: TimelineData = await ask({ orderBy: 'OCCURRED_AT', first: step, after: cursor });
      found.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) return found;
      cursor = pageInfo.endCursor;
    }
  }
});
