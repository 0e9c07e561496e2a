import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesAfter, headOfChanges, record } from '../src/index.js';
import { entry, makeTarget, minute, openTestDatabase, page, type OpenTestDatabase } from './factory.js';

describe('the Change log', () => {
  let test: OpenTestDatabase;
  beforeAll(async () => void (test = await openTestDatabase()));
  afterAll(() => test.close());

  it('has no gap that a reader could skip: one that reads while eight write sees every number once, in order', async () => {
    const { db } = test;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const target = await makeTarget(db, `writer ${writer}`);
      for (let i = 0; i < 25; i++)
        await record(
          db,
          page(target, minute(i), [
            entry({ caseId: String(200 + writer), seq: i }),
            entry({ caseId: String(300 + (i % 5)), seq: writer * 100 + i }),
          ]),
        );
    });
    let over = false;
    const all = Promise.all(writers).then(() => (over = true));
    const seen: number[] = [];
    for (;;) {
      const ended = over;
      const changes = await changesAfter(db, seen.at(-1) ?? 0, Number.MAX_SAFE_INTEGER, 7);
      seen.push(...changes.map(({ seq }) => seq));
      if (ended && changes.length === 0) break;
    }
    await all;
    expect(seen).toEqual(Array.from({ length: await headOfChanges(db) }, (_, i) => i + 1));
    expect(seen).toHaveLength(400);
  });

  it('a transaction that is rolled back leaves no number behind', async () => {
    const { db } = test;
    const target = await makeTarget(db, 'rollback');
    const before = await headOfChanges(db);
    const wrong = {
      ...entry({ caseId: '400', seq: 1 }),
      content: { ...entry({ seq: 1 }).content, enteredAt: null, filedOn: null },
    };
    await expect(record(db, page(target, minute(1), [wrong]))).rejects.toThrow('filedOn, enteredOn or enteredAt');
    await record(db, page(target, minute(2), [entry({ caseId: '400', seq: 2 })]));
    expect(await headOfChanges(db)).toBe(before + 1);
  });

  it('tells what an Event said before', async () => {
    const { db } = test;
    const target = await makeTarget(db, 'before');
    const start = await headOfChanges(db);
    await record(db, page(target, minute(1), [entry({ caseId: '401', seq: 1, labels: ['Order'] })]));
    await record(db, page(target, minute(2), [entry({ caseId: '401', seq: 1, labels: ['Order on Motion for TRO'] })]));
    const changes = await changesAfter(db, start, Number.MAX_SAFE_INTEGER, 10);
    expect(changes.map(({ kind, event, previous }) => [kind, event?.content.headline, previous?.headline])).toEqual([
      ['ADDED', 'Order', undefined],
      ['REVISED', 'Order on Motion for TRO', 'Order'],
    ]);
  });
});
