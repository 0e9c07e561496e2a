import { VigilError } from '@vigil/errors';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksOf, coverageOf, headOfChanges, record, recordFailure, type CoverageRow } from '../src/index.js';
import { entry, makeTarget, minute, openTestDatabase, page, type OpenTestDatabase } from './factory.js';

const brief = ({ state, reason, fromAt, toAt, recovered }: CoverageRow): unknown => ({
  state,
  reason,
  from: fromAt.slice(14, 16),
  to: toAt?.slice(14, 16) ?? null,
  recovered,
});

describe('Coverage', () => {
  let test: OpenTestDatabase;
  beforeAll(async () => void (test = await openTestDatabase()));
  afterAll(() => test.close());

  const fail = (targetId: string, at: number, code: 'MAINTENANCE' | 'FETCH_TIMEOUT' = 'MAINTENANCE'): Promise<void> =>
    recordFailure(test.db, {
      check: { id: randomUUID(), startedAt: minute(at) },
      targetId,
      error: new VigilError(code),
      capture: page(targetId, minute(at), []).capture,
    });
  const see = (targetId: string, at: number, ...seqs: number[]): Promise<unknown> =>
    record(
      test.db,
      page(
        targetId,
        minute(at),
        seqs.map((seq) => entry({ caseId: '500', seq })),
      ),
    );
  const coverage = async (targetId: string): Promise<unknown> =>
    (await coverageOf(test.db, [targetId], 10))[0]!.map(brief);

  it('a failure is blindness since the last sight, never an Event; the next sight ends it and says that nothing was missed', async () => {
    const target = await makeTarget(test.db, 'blind');
    await see(target, 1, 1);
    const head = await headOfChanges(test.db);
    await fail(target, 2);
    await fail(target, 3, 'FETCH_TIMEOUT');
    expect(await coverage(target)).toEqual([
      { state: 'BLIND', reason: 'FETCH_TIMEOUT', from: '01', to: null, recovered: null },
      { state: 'SEEING', reason: null, from: '01', to: '01', recovered: null },
    ]);
    expect(await headOfChanges(test.db)).toBe(head);
    await see(target, 4, 1, 2);
    expect((await coverage(target)) as unknown[]).toContainEqual({
      state: 'BLIND',
      reason: 'FETCH_TIMEOUT',
      from: '01',
      to: '04',
      recovered: true,
    });
    expect((await checksOf(test.db, target, 10)).map(({ outcome, errorCode }) => errorCode ?? outcome)).toEqual([
      'NEWS',
      'FETCH_TIMEOUT',
      'MAINTENANCE',
      'NEWS',
    ]);
  });

  it('two readings of a feed that share nothing leave a gap, and it is said', async () => {
    const target = await makeTarget(test.db, 'gap');
    await see(target, 1, 11, 12);
    await see(target, 5, 13, 14);
    expect(await coverage(target)).toEqual([
      { state: 'SEEING', reason: null, from: '05', to: null, recovered: null },
      { state: 'BLIND', reason: 'NO_OVERLAP', from: '01', to: '05', recovered: false },
      { state: 'SEEING', reason: null, from: '01', to: '01', recovered: null },
    ]);
  });

  it('an unreadable page closes no sighting: what cannot be seen is not gone', async () => {
    const target = await makeTarget(test.db, 'unreadable');
    await see(target, 1, 21);
    await fail(target, 2);
    const { rows } = await test.db.pool.query('SELECT last_capture FROM sighting WHERE target_id = $1', [target]);
    expect(rows).toEqual([{ last_capture: null }]);
  });

  it('a Target that could never be seen is blind since its first Check', async () => {
    const target = await makeTarget(test.db, 'never');
    await fail(target, 7);
    expect(await coverage(target)).toEqual([
      { state: 'BLIND', reason: 'MAINTENANCE', from: '07', to: null, recovered: null },
    ]);
  });

  it('an unchanged page is a sight, and keeps every sighting open', async () => {
    const target = await makeTarget(test.db, 'unchanged');
    await see(target, 1, 31);
    await record(test.db, page(target, minute(2), [], { statements: null }));
    const { rows } = await test.db.pool.query('SELECT last_capture FROM sighting WHERE target_id = $1', [target]);
    expect(rows).toEqual([{ last_capture: null }]);
    expect(await coverage(target)).toEqual([{ state: 'SEEING', reason: null, from: '01', to: null, recovered: null }]);
  });
});
