import { afterAll, beforeAll, expect, it } from 'vitest';
import { headOfChanges, preview, record, targetId, timelinePage } from '../src/index.js';
import { entry, makeTarget, minute, openTestDatabase, page, type OpenTestDatabase } from './factory.js';

let test: OpenTestDatabase;
beforeAll(async () => void (test = await openTestDatabase()));
afterAll(() => test.close());

const name = { source: 'test-feed', params: { name: 'new' }, title: 'Test feed new', courtId: 'cacd' };
const headlines = async (): Promise<readonly string[]> =>
  (await timelinePage(test.db, { filter: {}, orderBy: 'OCCURRED_AT', limit: 50 })).events.map(
    ({ content }) => content.headline,
  );

it('tells what readers would hear, and keeps nothing of it, not even a number of the log', async () => {
  const known = await makeTarget(test.db);
  await record(test.db, page(known, minute(1), [entry({ seq: 1 }), entry({ seq: 2 })]));
  const before = await headOfChanges(test.db);

  const reading = page(targetId(name), minute(5), [
    entry({ seq: 1 }),
    entry({ seq: 2, text: 'ORDER granting stay.' }),
    entry({ seq: 3, labels: ['Notice'] }),
  ]);
  const told = await preview(test.db, name, { ...reading, check: null });
  expect(told.map(({ kind, courtId, content }) => `${kind} ${courtId} ${content?.headline}`)).toEqual(
    expect.arrayContaining(['ADDED cacd Notice', 'REVISED cacd Order']),
  );
  expect(told).toHaveLength(2);
  expect(await preview(test.db, name, { ...reading, check: null })).toHaveLength(2);

  expect(await headOfChanges(test.db)).toBe(before);
  expect(await headlines()).toEqual(['Order', 'Order']);
  const { rows } = await test.db.pool.query('SELECT 1 FROM target WHERE id = $1', [targetId(name)]);
  expect(rows).toEqual([]);
  await record(test.db, page(known, minute(6), [entry({ seq: 1 }), entry({ seq: 2 }), entry({ seq: 9 })]));
  expect(await headOfChanges(test.db)).toBe(before + 1);
});

it('a reading that cannot be recorded is told as its error', async () => {
  const bad = page(targetId(name), minute(7), [entry({ seq: 1, enteredAt: 'some day' })]);
  await expect(preview(test.db, name, { ...bad, check: null })).rejects.toThrow(/NaN/);
});
