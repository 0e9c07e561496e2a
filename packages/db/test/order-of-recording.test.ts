import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { canonicalJson } from '@vigil/timeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesAfter, headOfChanges, record, timelinePage, type Database } from '../src/index.js';
import { entry, makeTarget, minute, openTestDatabase, page, published, type OpenTestDatabase } from './factory.js';

interface Visit {
  readonly target: string;
  readonly at: number;
  readonly entries: readonly {
    readonly seq: number | undefined;
    readonly number: string | undefined;
    readonly labels: readonly string[];
  }[];
  /** Opinions of the same Case, by id, with their titles. */
  readonly opinions: Readonly<Partial<Record<'1' | '2', string>>>;
}

const shape = fc
  .record({
    seq: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    number: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
    labels: fc.subarray(['A', 'B', 'C'], { minLength: 1 }),
  })
  .filter(({ seq, number }) => seq !== undefined || number !== undefined);
const visit: fc.Arbitrary<Visit> = fc.record({
  target: fc.constantFrom('feed', 'sheet'),
  at: fc.integer({ min: 0, max: 6 }),
  entries: fc.uniqueArray(shape, {
    selector: ({ seq, number }) => (seq === undefined ? `no:${number}` : `seq:${seq}`),
    maxLength: 3,
  }),
  // Ids that are numbers of entries, too: an opinion is never one of these.
  opinions: fc.record({ 1: fc.constantFrom('A', 'B'), 2: fc.constantFrom('A', 'B') }, { requiredKeys: [] }),
});
const visits = fc.uniqueArray(visit, { selector: ({ target, at }) => `${target} ${at}`, minLength: 1, maxLength: 6 });
const arrival = visits.chain((all) =>
  fc.record({ all: fc.constant(all), order: fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }) }),
);

let caseNumber = 1_000;

/** Records the visits of one new Case in the order given and returns what is left of it. */
async function play(
  db: Database,
  order: readonly Visit[],
): Promise<{ readonly state: unknown; readonly folded: unknown; readonly ranges: unknown }> {
  const caseId = String(++caseNumber);
  const start = await headOfChanges(db);
  const targets = { feed: await makeTarget(db, `feed ${caseId}`), sheet: await makeTarget(db, `sheet ${caseId}`) };
  for (const { target, at, entries, opinions } of order) {
    const ofEntries = entries.map(({ seq, number, labels }) =>
      entry({ caseId, labels, ...(seq === undefined ? {} : { seq }), ...(number === undefined ? {} : { number }) }),
    );
    const statements = [...ofEntries, ...Object.entries(opinions).map(([id, title]) => published(caseId, id, title))];
    const input = page(targets[target as 'feed' | 'sheet'], minute(at), statements);
    // Captures of one moment are ordered by their bytes, which must not depend on the Case that is played.
    await record(db, {
      ...input,
      capture: { ...input.capture, rawSha256: createHash('sha256').update(target).digest('hex') },
    });
  }
  const said = async (query: string): Promise<unknown[]> => (await db.pool.query(query, [caseId])).rows;
  const state = await said(
    `SELECT e.keys, r.states FROM event e JOIN event_revision r ON r.case_id = e.case_id AND r.event_id = e.id AND r.recorded_to IS NULL
     JOIN "case" c ON c.id = e.case_id WHERE c.pacer_case_id = $1 AND e.retracted_at IS NULL ORDER BY e.keys`,
  );
  const ranges = await said(
    `SELECT t.params ->> 'name' LIKE 'feed%' AS feed, o.record_key LIKE '%seq%' AS seq, o.content, s.first_capture, s.last_capture FROM sighting s
     JOIN "case" c ON c.id = s.case_id JOIN observation o ON o.case_id = s.case_id AND o.id = s.observation_id JOIN target t ON t.id = s.target_id
     WHERE c.pacer_case_id = $1 ORDER BY 1, 2, s.first_capture, o.content ->> 'number', o.content ->> 'labels',
       o.content ->> 'publisherId', o.content ->> 'title', s.last_capture`,
  );
  const live = new Map<string, string>();
  for (const { kind, eventId, event } of await changesAfter(db, start, Number.MAX_SAFE_INTEGER, 1_000)) {
    if (kind === 'ADDED' || kind === 'REVISED') live.set(eventId, canonicalJson(event!.content));
    else live.delete(eventId);
  }
  return { state, folded: [...live.values()].sort(), ranges };
}

describe('record', () => {
  let test: OpenTestDatabase;
  beforeAll(async () => void (test = await openTestDatabase()));
  afterAll(() => test.close());

  it('ends in the same Events, states and sightings whatever the order in which Captures are recorded, and however often', async () => {
    await fc.assert(
      fc.asyncProperty(arrival, async ({ all, order }) => {
        const byTime = await play(
          test.db,
          [...all].sort((a, b) => a.at - b.at),
        );
        const other = await play(test.db, order);
        expect(other.ranges).toEqual(byTime.ranges);
        expect(other.state).toEqual(byTime.state);
        expect(other.folded).toEqual(byTime.folded);
        expect(byTime.folded).toHaveLength((byTime.state as unknown[]).length);
      }),
      { numRuns: 40 },
    );
  }, 180_000);

  it('recording the same Capture again changes nothing', async () => {
    const target = await makeTarget(test.db, 'again');
    const input = page(target, minute(1), [entry({ caseId: '101', seq: 1 })]);
    expect(await record(test.db, input)).toMatchObject({ changes: 1, isNew: true });
    expect(await record(test.db, input)).toMatchObject({ changes: 0, isNew: false });
  });

  it('of two Targets that disagree about a record the one that began last is believed, however often the other is asked again', async () => {
    const [one, other] = [await makeTarget(test.db, 'stale'), await makeTarget(test.db, 'fresh')];
    const [old, latest] = [published('104', '1', 'Old'), published('104', '1', 'New')];
    await record(test.db, page(one, minute(1), [old]));
    expect(await record(test.db, page(other, minute(2), [latest]))).toMatchObject({ changes: 1 });
    expect(await record(test.db, page(one, minute(3), [old]))).toMatchObject({ changes: 0 });
    expect(await record(test.db, page(other, minute(4), [latest, published('104', '2', 'Else')]))).toMatchObject({
      changes: 1,
    });
    const { events } = await timelinePage(test.db, {
      filter: { courts: ['cacd'], kinds: ['PUBLICATION'] },
      orderBy: 'RECORDED_AT',
      limit: 2,
    });
    expect(events.map(({ content }) => content.headline)).toEqual(['Else', 'New']);
  });

  it('records of one Case from many Targets at once lose nothing', async () => {
    const targets = await Promise.all(Array.from({ length: 8 }, (_, i) => makeTarget(test.db, `many ${i}`)));
    await Promise.all(
      targets.map((target, i) =>
        record(
          test.db,
          page(target, minute(1), [
            entry({ caseId: '102', seq: i }),
            entry({ caseId: '103', seq: i }),
            entry({ caseId: '102', seq: 99 }),
          ]),
        ),
      ),
    );
    const { events } = await timelinePage(test.db, {
      filter: { courts: ['cacd'] },
      orderBy: 'RECORDED_AT',
      limit: 200,
    });
    const ofCase = (
      await test.db.pool.query<{ id: string; pacer_case_id: string }>(
        `SELECT id, pacer_case_id FROM "case" WHERE pacer_case_id IN ('102', '103')`,
      )
    ).rows;
    const count = (id: string): number =>
      events.filter(({ caseId }) => caseId === ofCase.find((row) => row.pacer_case_id === id)!.id).length;
    expect(count('102')).toBe(9);
    expect(count('103')).toBe(8);
  });
});
