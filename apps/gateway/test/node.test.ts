import { addWatch, asOrganisation, record } from '@vigil/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../src/identity/global-id.js';
import type { EventData } from './graph.js';
import { at, entry, feedTarget, reading } from './statements.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

describe('node', () => {
  let gateway: TestGateway;
  let target: string;
  beforeAll(async () => {
    gateway = await openTestGateway();
    target = await feedTarget(gateway.db);
    await record(gateway.db, reading(target, at(1), [entry({ seq: 1 })]));
    await gateway.data(
      'mutation { addWatch(input: { target: { court: "cacd" } }) { watch { id } userErrors { message } } }',
    );
  });
  afterAll(() => gateway.close());

  it('finds again whatever has an id', async () => {
    const data = await gateway.data(`{
      timeline { nodes { __typename id case { __typename id court { __typename id } } } }
      watches { __typename id target { __typename id } }
    }`);
    const event = data.timeline.nodes[0]!;
    const watch = data.watches[0]!;
    const things = [event, event.case, event.case.court, watch, watch.target].map(({ __typename, id }) => ({
      __typename,
      id,
    }));
    expect(things.map(({ __typename }) => __typename)).toEqual([
      'DocketEntryEvent',
      'Case',
      'Court',
      'Watch',
      'Target',
    ]);
    for (const thing of things) {
      const { node } = await gateway.data('query ($id: ID!) { node(id: $id) { __typename id } }', { id: thing.id });
      expect(node).toEqual(thing);
    }
    const { nodes } = await gateway.data('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: things.map(({ id }) => id),
    });
    expect(nodes).toEqual(things);
  });

  it('answers unknown, foreign and garbled ids alike: with null', async () => {
    const stranger = '11111111-1111-8111-8111-111111111111';
    const foreign = await foreignWatch(gateway);
    const ids = [
      '',
      'nonsense',
      toGlobalId('Event', stranger, stranger),
      toGlobalId('Case', stranger),
      toGlobalId('Target', stranger),
      toGlobalId('Watch', stranger),
      toGlobalId('Watch', foreign),
      toGlobalId('Court', 'nowhere'),
    ];
    expect(await gateway.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({
      nodes: ids.map(() => null),
    });
  });

  it('follows the id of an Event that proved to be another’s', async () => {
    const { db } = gateway;
    // First the number alone is known, elsewhere the row alone; then one statement holds both.
    await record(
      db,
      reading(await feedTarget(db, 'cacd', 'numbers'), at(2), [entry({ caseId: '500', seq: null, number: '31' })]),
    );
    await record(db, reading(await feedTarget(db, 'cacd', 'rows'), at(3), [entry({ caseId: '500', seq: 77 })]));
    const list = async (): Promise<readonly EventData[]> => {
      const query = '{ case(by: { pacerCaseId: { court: "cacd", id: "500" } }) { timeline { nodes { id } } } }';
      return (await gateway.data(query)).case!.timeline.nodes;
    };
    const before = await list();
    expect(before).toHaveLength(2);
    await record(
      db,
      reading(await feedTarget(db, 'cacd', 'both'), at(4), [entry({ caseId: '500', seq: 77, number: '31' })]),
    );
    const [survivor, ...others] = await list();
    expect(others).toEqual([]);
    for (const { id } of before) {
      const { node } = await gateway.data('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(node?.id).toBe(survivor!.id);
    }
  });

  it('is asked for a bounded number', async () => {
    const { extensions } = await gateway.error('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 201 }, () => 'x'),
    });
    expect(extensions.code).toBe('BAD_INPUT');
  });
});

async function foreignWatch({ db }: TestGateway): Promise<string> {
  const organisationId = '22222222-2222-8222-8222-222222222222';
  await asOrganisation(db, organisationId, (tx) =>
    tx.query("INSERT INTO organisation (id, slug, name) VALUES ($1, 'other', 'Other')", [organisationId]),
  );
  const watch = await addWatch(db, organisationId, {
    source: 'cmecf-rss',
    params: { court: 'nyed' },
    title: 'RSS feed of nyed',
    courtId: 'nyed',
    label: null,
    everyMs: null,
  });
  return watch.id;
}
