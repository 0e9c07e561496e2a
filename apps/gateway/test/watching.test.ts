import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../src/identity/global-id.js';
import type { PayloadData, WatchData } from './graph.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

const errors = 'userErrors { code message field wayOut }';
const watch = 'watch { id label every pausedAt removedAt createdAt target { id source title params } }';

describe('watching', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());
  beforeEach(async () => {
    for (const { id } of (await gateway.data('{ watches { id } }')).watches)
      await gateway.data('mutation ($id: ID!) { removeWatch(input: { watch: $id }) { userErrors { code } } }', { id });
  });

  const add = async (input: string): Promise<PayloadData> =>
    (await gateway.data(`mutation { addWatch(input: { ${input} }) { clientMutationId ${watch} ${errors} } }`)).addWatch;
  const made = async (input: string): Promise<WatchData> => (await add(input)).watch!;
  const list = async (): Promise<readonly WatchData[]> => (await gateway.data(`{ watches { id label } }`)).watches;

  it('begins with the id of a court', async () => {
    const { watch: begun, userErrors } = await add('target: { court: "CACD" }, label: "Los Angeles", every: "PT10M"');
    expect(userErrors).toEqual([]);
    expect(begun).toMatchObject({
      label: 'Los Angeles',
      every: 'PT10M',
      pausedAt: null,
      removedAt: null,
      target: { source: 'cmecf-rss', params: { court: 'cacd' } },
    });
    expect(await list()).toHaveLength(1);
  });

  it('begins with a Source and its parameters, and ends in the same Target', async () => {
    const a = await made('target: { court: "cacd" }');
    const b = await made('target: { source: { id: "cmecf-rss", params: { court: "cacd" } } }, label: "again"');
    expect(b).toMatchObject({ id: a.id, label: 'again', target: { id: a.target.id } });
    expect(await list()).toEqual([{ id: a.id, label: 'again' }]);
  });

  it.each([
    ['target: { court: "nowhere" }', 'UNKNOWN_COURT', ['target', 'court']],
    ['target: { court: "scotus" }', 'NO_FEED', ['target', 'court']],
    ['target: { source: { id: "nothing", params: {} } }', 'UNKNOWN_SOURCE', ['target', 'source']],
    ['target: { source: { id: "cmecf-rss", params: { court: 7 } } }', 'BAD_INPUT', ['target', 'source']],
    ['target: { court: "cacd" }, every: "PT1S"', 'BAD_INPUT', ['every']],
    [`target: { court: "cacd" }, label: "${'x'.repeat(201)}"`, 'BAD_INPUT', ['label']],
  ])('of %s is refused with %s, and nothing is watched', async (input, code, field) => {
    const answer = await add(input);
    expect(answer).toMatchObject({
      watch: null,
      userErrors: [{ code, field, message: expect.any(String), wayOut: expect.any(String) }],
    });
    expect(await list()).toEqual([]);
  });

  it('is paused, resumed and removed, however often it is asked', async () => {
    const { id } = await made('target: { court: "cacd" }');
    const change = async (step: 'pause' | 'resume' | 'remove'): Promise<PayloadData> => {
      const query = `mutation ($id: ID!) { ${step}Watch(input: { watch: $id }) { watch { pausedAt removedAt } ${errors} } }`;
      return (await gateway.data(query, { id }))[`${step}Watch`];
    };
    const first = await change('pause');
    expect(first.watch?.pausedAt).toEqual(expect.any(String));
    expect(await change('pause')).toEqual(first);
    expect((await change('resume')).watch?.pausedAt).toBeNull();
    expect((await change('remove')).watch?.removedAt).toEqual(expect.any(String));
    expect((await change('remove')).userErrors).toEqual([]);
    expect(await list()).toEqual([]);
  });

  it('of somebody else, or of nobody, is not found', async () => {
    for (const id of ['nonsense', toGlobalId('Watch', '11111111-1111-8111-8111-111111111111')]) {
      const { pauseWatch } = await gateway.data(
        `mutation ($id: ID!) { pauseWatch(input: { watch: $id }) { watch { id } ${errors} } }`,
        { id },
      );
      expect(pauseWatch).toMatchObject({ watch: null, userErrors: [{ code: 'NOT_FOUND', field: ['watch'] }] });
    }
  });

  it('is done once under one clientMutationId, and answered as often as asked', async () => {
    const once = 'target: { court: "cacd" }, clientMutationId: "a"';
    const first = await add(once);
    await gateway.data('mutation ($id: ID!) { removeWatch(input: { watch: $id }) { userErrors { code } } }', {
      id: first.watch!.id,
    });
    expect(await add(once)).toEqual(first);
    expect(await list()).toEqual([]);
    const { extensions } = await gateway.error(
      'mutation { addWatch(input: { target: { court: "nyed" }, clientMutationId: "a" }) { watch { id } } }',
    );
    expect(extensions.code).toBe('BAD_INPUT');
  });

  it('looks now where it is asked to', async () => {
    const { target } = await made('target: { court: "cacd" }');
    const look =
      'mutation ($id: ID!, $key: String) { checkNow(input: { target: $id, clientMutationId: $key }) { target { id } queued clientMutationId userErrors { code field } } }';
    const ask = async (id: string, key?: string): Promise<PayloadData> =>
      (await gateway.data(look, { id, key })).checkNow;
    const first = await ask(target.id, 'k');
    expect(first).toEqual({ target: { id: target.id }, queued: true, clientMutationId: 'k', userErrors: [] });
    expect(await ask(target.id, 'k')).toEqual(first);
    expect(gateway.checks).toHaveLength(1);
    expect(await ask(target.id)).toMatchObject({ queued: false });
    expect(await ask('nonsense')).toMatchObject({
      target: null,
      queued: false,
      userErrors: [{ code: 'NOT_FOUND', field: ['target'] }],
    });
  });

  it('tells how a Target is; a person keeps it from readers, with the reason, and asks for its release', async () => {
    const { target } = await made('target: { court: "cacd" }');
    const health =
      'health { troubles { kind why } quarantine { by releaseAsked findings { monitor why } } newsAt readings haste }';
    const change = async (mutation: 'quarantineTarget' | 'releaseTarget', more = ''): Promise<PayloadData> =>
      (
        await gateway.data(
          `mutation ($id: ID!) { ${mutation}(input: { target: $id ${more} }) { target { ${health} } userErrors { code field } } }`,
          { id: target.id },
        )
      )[mutation];
    expect(await gateway.data(`{ targets { ${health} } }`)).toEqual({
      targets: [{ health: { troubles: [], quarantine: null, newsAt: null, readings: 0, haste: 1 } }],
    });
    expect(await change('releaseTarget')).toMatchObject({ target: null, userErrors: [{ code: 'BAD_INPUT' }] });
    expect(await change('quarantineTarget', 'why: "  "')).toMatchObject({
      target: null,
      userErrors: [{ code: 'BAD_INPUT', field: ['why'] }],
    });
    const findings = [{ monitor: 'person', why: 'the court moves' }];
    expect(await change('quarantineTarget', 'why: "the court moves"')).toMatchObject({
      target: {
        health: {
          troubles: [{ kind: 'QUARANTINED', why: 'person: the court moves' }],
          quarantine: { by: 'PERSON', releaseAsked: false, findings },
        },
      },
    });
    const asked = gateway.checks.length;
    expect(await change('releaseTarget')).toMatchObject({
      target: { health: { quarantine: { releaseAsked: true, findings } } },
      userErrors: [],
    });
    expect(gateway.checks.length).toBeGreaterThan(asked - 1);
  });

  it('of a Target shows in the list of Targets', async () => {
    const { target } = await made('target: { court: "nyed" }');
    const { targets } = await gateway.data(
      '{ targets(court: "nyed", unwatched: true) { id every error { code } failures } }',
    );
    expect(targets).toEqual([{ id: target.id, every: null, error: null, failures: 0 }]);
  });
});
