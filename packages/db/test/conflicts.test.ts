import type { DocketEntryStatement, Statement } from '@vigil/timeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  casesByAlias,
  changesAfter,
  eventsByKey,
  headOfChanges,
  listConflicts,
  record,
  settleConflict,
  timelinePage,
  type CaseRow,
} from '../src/index.js';
import { caption, entry, makeTarget, minute, openTestDatabase, page, type OpenTestDatabase } from './factory.js';

/** Pages of a case: its caption and one entry. */
function docket(caseId: string, docketNumber: string, name: string, seq: number): readonly Statement[] {
  const ref = { court: 'cacd', caseId, docketNumber };
  const facts = caption(caseId, name);
  const said = entry({ caseId, seq, number: String(seq) });
  return [
    { ...facts, case: ref, content: { ...facts.content, printedNumber: docketNumber } } as Statement,
    { ...said, case: ref } satisfies DocketEntryStatement,
  ];
}

describe('Cases', () => {
  let test: OpenTestDatabase;
  beforeAll(async () => void (test = await openTestDatabase()));
  afterAll(() => test.close());

  let at = 0;
  const see = async (name: string, ...statements: readonly Statement[]): Promise<void> => {
    await record(test.db, page(await makeTarget(test.db, name), minute(++at), statements));
  };
  const byNumber = (number: string): Promise<readonly CaseRow[]> =>
    casesByAlias(test.db, 'cacd', 'DOCKET_NUMBER', number);
  const headlines = async (caseId: string): Promise<readonly string[]> =>
    (await timelinePage(test.db, { filter: { cases: [caseId] }, orderBy: 'RECORDED_AT', limit: 50 })).events.map(
      ({ content }) => (content.kind === 'DOCKET_ENTRY' ? content.facts.number! : ''),
    );
  const open = async () => (await listConflicts(test.db, { settled: false, limit: 50 })).conflicts;

  it('courtlistener#2632: one case stays one when the governor, its judge and its office change', async () => {
    await see('governor', ...docket('501', '8:26-cv-00501', 'Doe v. Brown, Governor', 1));
    await see('governor', ...docket('501', '8:26-cv-00501', 'Doe v. Newsom, Governor', 2));
    await see('governor', ...docket('501', '2:26-cv-00501', 'Doe v. Newsom, Governor', 3));
    const [found, ...others] = await byNumber('8:26-cv-00501');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ caption: 'Doe v. Newsom, Governor', pacerCaseId: '501' });
    expect((await byNumber('2:26-cv-00501')).map(({ id }) => id)).toEqual([found!.id]);
    expect(await headlines(found!.id)).toEqual(['3', '2', '1']);
    expect(await open()).toEqual([]);
  });

  it.each([
    { id: '2341', one: '8:26-cv-00511', other: '8:26-cv-00512', another: 'Acme Inc. v. Bolt LLC' },
    { id: '5934', one: '8:26-cv-00513', other: '8:26-cr-00513', another: 'USA v. Roe' },
    { id: '5247', one: '8:26-cv-00514', other: '8:25-cv-00514', another: 'Coe v. Doe' },
  ])('courtlistener#$id: two cases that come with one id stay two, and neither is overwritten', async (told) => {
    const { id, one, other, another } = told;
    const name = 'Roe v. Poe';
    await see('id', ...docket(id, one, name, 1));
    await see('id', ...docket(id, other, another, 2));
    await see('id', ...docket(id, one, name, 3), ...docket(id, other, another, 4));
    const [[first], [second]] = [await byNumber(one), await byNumber(other)];
    expect(first!.id).not.toBe(second!.id);
    expect([first!.caption, second!.caption]).toEqual([name, another]);
    expect(await headlines(first!.id)).toEqual(['3', '1']);
    expect(await headlines(second!.id)).toEqual(['4', '2']);
    const conflicts = (await open()).filter(({ pacerCaseId }) => pacerCaseId === id);
    expect(conflicts).toEqual([
      expect.objectContaining({
        caseId: first!.id,
        otherId: second!.id,
        said: { docketNumber: other, caption: another },
        settledAs: null,
      }),
    ]);
  });

  it('that the court gave another number, and calls as before, are one', async () => {
    await see('renumbered', ...docket('521', '8:26-mj-00521', 'USA v. Doe', 1));
    await see('renumbered', ...docket('521', '8:26-cr-00077', 'USA v. Doe', 2));
    const [found] = await byNumber('8:26-cr-00077');
    expect(await headlines(found!.id)).toEqual(['2', '1']);
    expect((await open()).filter(({ pacerCaseId }) => pacerCaseId === '521')).toEqual([]);
  });

  it('that a person finds to be one are one: every id leads on, and readers are told', async () => {
    await see(
      'settled',
      ...docket('531', '8:26-cv-00531', 'Roe v. Poe', 1),
      ...docket('531', '8:26-cv-00532', 'Poe, et al.', 2),
    );
    const [[first], [second]] = [await byNumber('8:26-cv-00531'), await byNumber('8:26-cv-00532')];
    const [conflict] = (await open()).filter(({ pacerCaseId }) => pacerCaseId === '531');
    const { events } = await timelinePage(test.db, {
      filter: { cases: [second!.id] },
      orderBy: 'RECORDED_AT',
      limit: 9,
    });
    const before = await headOfChanges(test.db);
    expect(await settleConflict(test.db, conflict!.id, { as: 'SAME', reason: 'called the clerk' })).toBe(2);
    const told = await changesAfter(test.db, before, Number.MAX_SAFE_INTEGER, 10);
    expect(told.map(({ kind, event }) => [kind, event?.caseId])).toEqual([
      ['ADDED', first!.id],
      ['MERGED', first!.id],
    ]);
    expect(await headlines(first!.id)).toEqual(['2', '1']);
    const [led] = await eventsByKey(test.db, [{ caseId: second!.id, id: events[0]!.id }]);
    expect(led?.caseId).toBe(first!.id);
    await see('settled', ...docket('531', '8:26-cv-00532', 'Poe, et al.', 5));
    expect(await headlines(first!.id)).toEqual(['5', '2', '1']);
    await expect(settleConflict(test.db, conflict!.id, { as: 'DISTINCT', reason: null })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('that a person finds to be two are asked about once', async () => {
    await see(
      'distinct',
      ...docket('541', '8:26-cv-00541', 'Roe v. Poe', 1),
      ...docket('541', '8:26-cv-00542', 'Coe v. Zoe', 2),
    );
    const [conflict] = (await open()).filter(({ pacerCaseId }) => pacerCaseId === '541');
    expect(await settleConflict(test.db, conflict!.id, { as: 'DISTINCT', reason: null })).toBe(0);
    await see('distinct', ...docket('541', '8:26-cv-00542', 'Coe v. Zoe', 3));
    expect((await open()).filter(({ pacerCaseId }) => pacerCaseId === '541')).toEqual([]);
    expect((await byNumber('8:26-cv-00542'))[0]!.id).toBe(conflict!.otherId);
  });
});
