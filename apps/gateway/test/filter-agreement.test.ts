import { record } from '@vigil/db';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, caption, entry, feedTarget, reading } from './statements.js';
import type { Followed } from './follow.js';
import type { ItemData } from './graph.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

const changes = /* GraphQL */ `
  subscription Changes($filter: TimelineFilter, $after: String) {
    timelineChanged(filter: $filter, after: $after) {
      __typename
      ... on TimelineChange {
        inFilter
        eventId
        event {
          id
        }
      }
    }
  }
`;

/** The last is Vigil's own, of which a filter takes nothing unless it names it or its Cases. */
const courts = ['cacd', 'nyed', 'vigil'];
const labels = fc.constantFrom('Motion for TRO', 'Order', 'Notice of Appeal', 'Order on Motion');
const world = fc.array(
  fc.record({
    caseId: fc.constantFrom('100', '200'),
    court: fc.constantFrom(...courts),
    seq: fc.integer({ min: 1, max: 6 }),
    label: labels,
    minute: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 8 },
);
/** What is tried in any case. */
const beat = { caseId: '100', court: 'vigil', seq: 7, label: 'Order', minute: 2 } as const;
const filter = fc.record(
  {
    courts: fc.subarray(courts),
    cases: fc.subarray([0, 1, 2, 3, 4, 5]),
    kinds: fc.constantFrom(['DOCKET_ENTRY'], []),
    text: fc.constantFrom(
      'motion',
      'orders',
      '"notice of"',
      '-appeal',
      'roe',
      '26-cv-00200',
      'motion or appealing',
      'nothing at all',
    ),
    occurred: fc.record(
      { from: fc.constantFrom(at(1), at(3)), to: fc.constantFrom(at(3), at(5)) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

type Drawn = typeof filter extends fc.Arbitrary<infer Filter> ? Filter : never;

describe('a filter', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    for (const court of courts)
      await record(
        gateway.db,
        reading(await feedTarget(gateway.db, court), at(0), [
          caption('100', 'Roe v. Warden', court),
          caption('200', 'Doe v. Field Office', court),
        ]),
      );
  });
  afterAll(() => gateway.close());

  /** A drawn filter, which names Cases by their place among all, with their ids. */
  const filterOf = async ({ cases, ...rest }: Drawn): Promise<object> => {
    if (!cases) return rest;
    const all = await gateway.data(
      'query ($courts: [String!]) { cases(filter: { courts: $courts }) { nodes { id } } }',
      {
        courts,
      },
    );
    return { ...rest, cases: cases.map((n) => all.cases.nodes[n]!.id) };
  };

  it('means the same to a subscription as to a query: the changes, folded, are the page', async () => {
    let time = 1;
    await fc.assert(
      fc.asyncProperty(fc.array(world, { minLength: 1, maxLength: 3 }), filter, async (readings, drawn) => {
        const filter = await filterOf(drawn);
        const { timeline } = await gateway.data('{ timeline(first: 1) { feedCursor } }');
        const began = timeline.feedCursor;
        const start = await page(filter);
        const live = gateway.follow(changes, { filter, after: began });
        for (const entries of readings) {
          for (const court of courts) {
            const of = new Map(
              entries.filter((one) => one.court === court).map((one) => [`${one.caseId} ${one.seq}`, one]),
            );
            const statements = [...of.values()].map(({ caseId, seq, label, minute }) =>
              entry({ court, caseId, seq, labels: [label], enteredAt: at(minute) }),
            );
            await record(gateway.db, reading(await feedTarget(gateway.db, court), at(time++), statements));
          }
        }
        const whole = await page(filter);
        const replayed = gateway.follow(changes, { filter, after: began });
        expect(fold(start, await untilCaughtUp(replayed)), 'replayed').toEqual(whole);
        await expect.poll(() => fold(start, live.items), { timeout: 40_000, message: 'live' }).toEqual(whole);
        live.stop();
        replayed.stop();
      }),
      {
        numRuns: 40,
        examples: [
          [[[beat]], {}],
          [[[beat]], { cases: [0, 1, 2, 3, 4, 5] }],
        ],
      },
    );
  }, 120_000);

  const page = async (filter: unknown): Promise<ReadonlySet<string>> => {
    const { timeline } = await gateway.data(
      'query ($filter: TimelineFilter) { timeline(first: 200, filter: $filter) { nodes { id } } }',
      { filter },
    );
    return new Set(timeline.nodes.map(({ id }) => id));
  };
});

/** Keeps a list as the description of `inFilter` says. */
function fold(start: ReadonlySet<string>, items: readonly ItemData[]): ReadonlySet<string> {
  const list = new Set(start);
  for (const { __typename, inFilter, eventId, event } of items) {
    if (__typename !== 'TimelineChange') continue;
    list.delete(eventId);
    if (inFilter) list.add(event!.id);
  }
  return list;
}

async function untilCaughtUp(follower: Followed): Promise<readonly ItemData[]> {
  for (let n = 1; ; n++) {
    const items = await follower.count(n);
    if (items[n - 1]!.__typename === 'StreamCaughtUp') return items.slice(0, n);
  }
}
