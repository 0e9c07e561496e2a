import { record } from '@vigil/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../src/identity/global-id.js';
import type { CaseData, Data, ErrorData } from './graph.js';
import { at, caption, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

/** What a court of appeals says of the case that it reviews. */
const below = {
  appealFrom: 'Southern District of Ohio at Cincinnati',
  originatingCourt: 'ohsd',
  originatingNumber: '1:26-cv-90011',
  originatingJudge: 'Ada B. Cormorant, District Judge',
};

describe('cases', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
    const { db } = gateway;
    const target = await feedTarget(db);
    for (const i of [1, 2, 3, 4, 5])
      await record(
        db,
        reading(target, at(i), [caption(`10${i}`, `Doe ${i} v. Roe`), entry({ caseId: `10${i}`, seq: i })]),
      );
    // One number, two defendants: the court keeps a docket for each.
    const shared = { court: 'cacd', docketNumber: '2:26-cr-00007' };
    const of = (caseId: string) => ({ ...entry({ caseId, seq: 9 }), case: { ...shared, caseId } });
    await record(db, reading(target, at(9), [of('701'), of('702')]));
    const appeal = caption('791', 'Doe v. Warden', 'ca6');
    await record(
      db,
      reading(await feedTarget(db, 'ca6'), at(9), [{ ...appeal, content: { ...appeal.content, ...below } }]),
    );
    await record(db, reading(await feedTarget(db, 'nyed'), at(9), [entry({ court: 'nyed', caseId: '801', seq: 1 })]));
  });
  afterAll(() => gateway.close());

  const one = async (by: string): Promise<CaseData | null> =>
    (await gateway.data(`{ case(by: { ${by} }) { id docketNumber caption } }`)).case;
  const refused = (by: string): Promise<ErrorData> => gateway.error(`{ case(by: { ${by} }) { id } }`);

  it('are found by each of their names', async () => {
    const found = await one('pacerCaseId: { court: "cacd", id: "103" }');
    expect(found?.caption).toBe('Doe 3 v. Roe');
    for (const number of ['8:26-cv-00103', '8:26-cv-00103-ABC-DEF', '8:26-CV-103', ' 8:2026-cv-00103 '])
      expect(await one(`docketNumber: { court: "cacd", number: "${number}" }`)).toEqual(found);
    expect(await one(`id: "${found!.id}"`)).toEqual(found);
  });

  it('of a court of appeals tell which case of which court they review', async () => {
    const fields = '{ appealFrom originatingCourt { name } originatingNumber originatingJudge }';
    const data = await gateway.data(`{ case(by: { pacerCaseId: { court: "ca6", id: "791" } }) ${fields} }`);
    expect(data.case).toEqual({
      ...below,
      originatingCourt: { name: 'U.S. District Court, Southern District of Ohio' },
    });
    const none = await gateway.data(`{ case(by: { pacerCaseId: { court: "cacd", id: "103" } }) ${fields} }`);
    expect(none.case).toMatchObject({ appealFrom: null, originatingCourt: null });
  });

  it.each([
    'id: "nonsense"',
    `id: "${toGlobalId('Case', '11111111-1111-8111-8111-111111111111')}"`,
    'docketNumber: { court: "cacd", number: "8:26-cv-99999" }',
    'pacerCaseId: { court: "nyed", id: "101" }',
  ])('that are not there are null, by %s', async (by) => expect(await one(by)).toBeNull());

  it('are asked by exactly one name', async () => {
    expect(await refused('id: "x", pacerCaseId: { court: "cacd", id: "101" }')).toMatchObject({
      message: expect.stringMatching(/exactly one/i),
      extensions: { code: 'BAD_INPUT' },
    });
    const none = await gateway.error('query ($by: CaseBy!) { case(by: $by) { id } }', { by: {} });
    expect(none.extensions.code).toBe('BAD_INPUT');
    const nothing = await gateway.error('query ($id: ID) { case(by: { id: $id }) { id } }');
    expect(nothing.extensions.code).toBe('BAD_INPUT');
  });

  it('are not guessed where a number names several', async () => {
    const { message, extensions } = await refused('docketNumber: { court: "cacd", number: "2:26-cr-00007" }');
    expect(message).toMatch(/701, 702/);
    expect(extensions.code).toBe('BAD_INPUT');
  });

  it('of an unknown court are an error that says so', async () => {
    const { extensions } = await refused('docketNumber: { court: "nowhere", number: "1" }');
    expect(extensions.code).toBe('UNKNOWN_COURT');
  });

  it('are listed in pages, the latest known first', async () => {
    const found: (string | null)[] = [];
    for (let after: string | null = null; ;) {
      const { cases }: Data = await gateway.data(
        'query ($after: String) { cases(first: 3, after: $after) { nodes { pacerCaseId } edges { node { pacerCaseId } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      found.push(...cases.nodes.map(({ pacerCaseId }) => pacerCaseId));
      if (!cases.pageInfo.hasNextPage) break;
      after = cases.pageInfo.endCursor;
    }
    expect([...found].sort((a, b) => Number(a) - Number(b))).toEqual([
      '101',
      '102',
      '103',
      '104',
      '105',
      '701',
      '702',
      '791',
      '801',
    ]);
    expect(found[0]).toBe('801');
  });

  it('are filtered by court and by words', async () => {
    const list = async (filter: string): Promise<unknown> =>
      (await gateway.data(`{ cases(filter: ${filter}) { nodes { pacerCaseId } } }`)).cases.nodes.map(
        ({ pacerCaseId }) => pacerCaseId,
      );
    expect(await list('{ courts: ["nyed"] }')).toEqual(['801']);
    expect(await list('{ text: "doe 2" }')).toEqual(['102']);
    expect(await list('{ courts: [] }')).toEqual([]);
  });
});
