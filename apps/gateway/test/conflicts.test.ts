import { record } from '@vigil/db';
import type { Statement } from '@vigil/timeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, caption, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

describe('conflicts', () => {
  let gateway: TestGateway;
  beforeAll(async () => void (gateway = await openTestGateway()));
  afterAll(() => gateway.close());

  const docket = (docketNumber: string, name: string, seq: number): readonly Statement[] => {
    const ref = { court: 'cacd', caseId: '900', docketNumber };
    return [
      { ...caption('900', name), case: ref },
      { ...entry({ caseId: '900', seq }), case: ref },
    ];
  };
  const settle = `mutation ($input: SettleConflictInput!) {
    settleConflict(input: $input) { userErrors { code field } conflict { id settledAs reason holder { id } apart { id } } } }`;

  it('are listed with both Cases, and settled once; then both lead to one', async () => {
    const target = await feedTarget(gateway.db);
    await record(gateway.db, reading(target, at(1), docket('8:26-cv-00900', 'Roe v. Poe', 1)));
    await record(gateway.db, reading(target, at(2), docket('8:26-cv-00901', 'Acme v. Bolt', 2)));
    const asked = `{ conflicts(settled: false) { nodes { __typename id pacerCaseId docketNumber caption settledAt
      holder { caption docketNumber timeline { nodes { id } } } apart { caption docketNumber timeline { nodes { id } } } } } }`;
    const { conflicts } = await gateway.data(asked);
    expect(conflicts.nodes).toEqual([
      {
        __typename: 'CaseConflict',
        id: expect.any(String),
        pacerCaseId: '900',
        docketNumber: '8:26-cv-00901',
        caption: 'Acme v. Bolt',
        settledAt: null,
        holder: { caption: 'Roe v. Poe', docketNumber: '8:26-cv-00900', timeline: { nodes: [expect.anything()] } },
        apart: { caption: 'Acme v. Bolt', docketNumber: '8:26-cv-00901', timeline: { nodes: [expect.anything()] } },
      },
    ]);
    const { id } = conflicts.nodes[0]!;
    expect((await gateway.data(`{ node(id: "${id}") { __typename id } }`)).node).toEqual({
      __typename: 'CaseConflict',
      id,
    });
    const input = { conflict: id, as: 'SAME', reason: 'the clerk says so' };
    const { settleConflict } = await gateway.data(settle, { input });
    expect(settleConflict.conflict).toMatchObject({ settledAs: 'SAME', reason: 'the clerk says so' });
    expect(settleConflict.conflict!.holder.id).toBe(settleConflict.conflict!.apart.id);
    expect((await gateway.data(asked)).conflicts.nodes).toEqual([]);
    const again = (await gateway.data(settle, { input })).settleConflict;
    expect(again).toMatchObject({ conflict: null, userErrors: [{ code: 'BAD_INPUT', field: ['conflict'] }] });
  });

  it('that are none are refused by name', async () => {
    const { settleConflict } = await gateway.data(settle, { input: { conflict: 'nonsense', as: 'DISTINCT' } });
    expect(settleConflict).toMatchObject({ conflict: null, userErrors: [{ code: 'NOT_FOUND', field: ['conflict'] }] });
    expect((await gateway.error('{ conflicts(after: "x") { nodes { id } } }')).extensions.code).toBe('BAD_CURSOR');
  });
});
