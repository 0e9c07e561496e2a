import type { Statement } from '@vigil/timeline';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, timelinePage, type TimelineRequest } from '../src/index.js';
import { entry, makeTarget, minute, openTestDatabase, page, type OpenTestDatabase } from './factory.js';

describe('the order of a docket', () => {
  let test: OpenTestDatabase;
  let caseId: string;
  beforeAll(async () => {
    test = await openTestDatabase();
    const filed = (seq: number | undefined, number: string, filedOn: string, enteredAt: string): Statement => {
      const { content, ...said } = entry({ caseId: '601', number, ...(seq === undefined ? {} : { seq }) });
      return { ...said, content: { ...content, filedOn, enteredAt } };
    };
    const rows = [
      filed(30, '3', '2026-02-28', '2026-03-01T20:00:00.000Z'), // back-dated, and entered last
      filed(21, '5', '2026-02-28', '2026-02-28T19:00:00.000Z'),
      filed(20, '9', '2026-02-28', '2026-02-28T23:00:00.000Z'), // numbered late
      filed(10, '2', '2026-03-05', '2026-02-28T18:00:00.000Z'), // post-dated
      filed(undefined, '11', '2026-03-01', '2026-03-01T18:00:00.000Z'),
      filed(undefined, '10', '2026-03-01', '2026-03-01T19:00:00.000Z'),
    ];
    const target = await makeTarget(test.db, 'order');
    for (const at of rows.keys()) await record(test.db, page(target, minute(at + 1), rows.slice(0, at + 1)));
    caseId = (await test.db.pool.query<{ id: string }>(`SELECT id FROM "case" WHERE pacer_case_id = '601'`)).rows[0]!
      .id;
  });
  afterAll(() => test.close());

  const inOrder = async (asked: Partial<TimelineRequest> = {}): Promise<readonly (string | null)[]> =>
    (await timelinePage(test.db, { filter: { cases: [caseId] }, orderBy: 'DOCKET', limit: 50, ...asked })).events.map(
      ({ content }) => (content.kind === 'DOCKET_ENTRY' ? content.facts.number : null),
    );

  const expected = ['2', '11', '10', '3', '5', '9'];

  it('is by the day of filing, then the court’s sequence, then the number, whenever an entry was entered', async () => {
    expect(await inOrder()).toEqual(expected);
    expect(await inOrder({ asOf: '2999-01-01T00:00:00.000Z' })).toEqual(expected);
  });

  it('is walked by keyset', async () => {
    const [first] = (await timelinePage(test.db, { filter: { cases: [caseId] }, orderBy: 'DOCKET', limit: 1 })).events;
    expect(await inOrder({ after: { value: first!.place, id: first!.id } })).toEqual(expected.slice(1));
  });

  it('is one within Cases', async () => {
    await expect(inOrder({ filter: {} })).rejects.toThrow('within Cases');
  });

  it('of Events that an earlier release told is the same: the migration says what the code says', async () => {
    const file = new URL('../prisma/migrations/20261124210000_case_conflict/migration.sql', import.meta.url);
    const [, place] = /(CREATE FUNCTION pg_temp[^]*?\$\$;)/.exec(await readFile(file, 'utf8'))!;
    const session = await test.db.pool.connect();
    try {
      await session.query(place!);
      const { rows } = await session.query('SELECT place, pg_temp.docket_place(keys, content) AS migrated FROM event');
      expect(rows).toHaveLength(expected.length);
      for (const row of rows) expect(row.migrated).toBe(row.place);
    } finally {
      session.release(true);
    }
  });
});
