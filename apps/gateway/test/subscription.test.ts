import { record } from '@vigil/db';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toFeedCursor } from '../src/changes/feed-cursor.js';
import { at, caption, entry, feedTarget, reading } from './statements.js';
import { changes } from './follow.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

describe('timelineChanged', () => {
  let gateway: TestGateway;
  let target: string;
  let minute = 1;
  beforeEach(async () => {
    gateway = await openTestGateway();
    target = await feedTarget(gateway.db);
  });
  afterEach(() => gateway.close());

  const read = (...statements: Parameters<typeof reading>[2]): Promise<unknown> =>
    record(gateway.db, reading(target, at(minute++), statements));

  it('without a cursor tells what happens from now on', async () => {
    await read(entry({ seq: 1 }));
    const follower = gateway.follow(changes);
    const [mark] = await follower.count(1);
    expect(mark!.__typename).toBe('StreamCaughtUp');
    await read(caption('100', 'Roe v. Warden'), entry({ seq: 1 }), entry({ seq: 2, labels: ['Motion for TRO'] }));
    const [, change] = await follower.count(2);
    expect(change).toMatchObject({
      kind: 'ADDED',
      event: { headline: 'Motion for TRO', case: { caption: 'Roe v. Warden' } },
      previous: null,
    });
    expect(change!.eventId).toBe(change!.event!.id);
  });

  it('with a cursor tells everything since, then that it is in the present, then what comes', async () => {
    const { timeline } = await gateway.data('{ timeline { feedCursor } }');
    for (const seq of [1, 2, 3]) await read(...[1, 2, 3].slice(0, seq).map((n) => entry({ seq: n })));
    const follower = gateway.follow(changes, { after: timeline.feedCursor });
    const told = await follower.count(4);
    expect(told.map(({ __typename }) => __typename)).toEqual([
      'TimelineChange',
      'TimelineChange',
      'TimelineChange',
      'StreamCaughtUp',
    ]);
    expect(told[3]!.cursor).toBe(told[2]!.cursor);
    await read(...[1, 2, 3, 4].map((n) => entry({ seq: n })));
    expect((await follower.count(5))[4]).toMatchObject({ kind: 'ADDED' });
    const again = gateway.follow(changes, { after: told[1]!.cursor });
    expect((await again.count(3)).map(({ cursor }) => cursor)).toEqual([
      told[2]!.cursor,
      follower.items[4]!.cursor,
      follower.items[4]!.cursor,
    ]);
  });

  it('tells revisions with what was said before', async () => {
    const follower = gateway.follow(changes);
    await follower.count(1);
    await read(entry({ seq: 1, labels: ['Motion'] }));
    await read(entry({ seq: 1, labels: ['Amended Motion'] }));
    const [, , revised] = await follower.count(3);
    expect(revised).toMatchObject({
      kind: 'REVISED',
      event: { headline: 'Amended Motion' },
      previous: { headline: 'Motion' },
    });
  });

  it('tells what a revision is: text, edit, number, and what left the docket', async () => {
    const follower = gateway.follow(changes);
    await follower.count(1);
    const show = async (...statements: Parameters<typeof reading>[2]): Promise<unknown> => {
      const { capture, ...input } = reading(target, at(minute++), statements);
      return record(gateway.db, { ...input, capture: { ...capture, completeness: 'COMPLETE' } });
    };
    const [one, other] = [entry({ seq: 1 }), entry({ seq: 2 })];
    await show(one, other);
    await show(entry({ seq: 1, text: 'ORDER setting hearing.' }), other);
    await show(entry({ seq: 1, text: 'ORDER setting hearing, STRICKEN.', number: '5' }), other);
    await show(other);
    await show(other);
    const told = (await follower.count(6)).slice(3);
    expect(told.map(({ kind, what }) => [kind, what])).toEqual([
      ['REVISED', ['TEXT_ARRIVED']],
      ['REVISED', ['TEXT_EDITED', 'NUMBER_GIVEN', 'STRUCK']],
      ['REVISED', ['REMOVED']],
    ]);
    const { node } = await gateway.data(
      `{ node(id: "${told[0]!.eventId}") { id ... on DocketEntryEvent { removed } ... on Event { revisions { n what } } } }`,
    );
    expect(node).toMatchObject({
      removed: true,
      revisions: [
        { n: 1, what: [] },
        { n: 2, what: ['TEXT_ARRIVED'] },
        { n: 3, what: ['TEXT_EDITED', 'NUMBER_GIVEN', 'STRUCK'] },
        { n: 4, what: ['REMOVED'] },
      ],
    });
  });

  it('tells that an Event proved to be another’s, and which one it became', async () => {
    await record(
      gateway.db,
      reading(await feedTarget(gateway.db, 'cacd', 'numbers'), at(1), [entry({ seq: null, number: '31' })]),
    );
    await record(gateway.db, reading(await feedTarget(gateway.db, 'cacd', 'rows'), at(2), [entry({ seq: 77 })]));
    const { timeline } = await gateway.data('{ timeline { nodes { id } } }');
    const follower = gateway.follow(changes);
    await follower.count(1);
    await record(
      gateway.db,
      reading(await feedTarget(gateway.db, 'cacd', 'both'), at(3), [entry({ seq: 77, number: '31' })]),
    );
    const merged = await follower.until(({ kind }) => kind === 'MERGED');
    const ids = timeline.nodes.map(({ id }) => id);
    expect(ids).toContain(merged.eventId);
    expect(ids.filter((id) => id !== merged.eventId)).toEqual([merged.event!.id]);
  });

  it('tells that an Event has left the filter', async () => {
    const follower = gateway.follow(changes, { filter: { text: 'tro' } });
    await follower.count(1);
    await read(entry({ seq: 1, labels: ['Motion for TRO'] }), entry({ seq: 2, labels: ['Notice'] }));
    await read(entry({ seq: 1, labels: ['Withdrawn'] }), entry({ seq: 2, labels: ['Notice of TRO'] }));
    const told = await follower.count(4);
    expect(
      new Set(told.slice(1).map(({ kind, inFilter, event }) => `${kind} ${event!.headline}: ${inFilter}`)),
    ).toEqual(new Set(['ADDED Motion for TRO: true', 'REVISED Withdrawn: false', 'REVISED Notice of TRO: true']));
  });

  it('goes on after the gateway was restarted, from the last cursor', async () => {
    const follower = gateway.follow(changes);
    await follower.count(1);
    await read(entry({ seq: 1 }));
    const cursor = (await follower.count(2))[1]!.cursor;
    await gateway.restart();
    await read(entry({ seq: 1 }), entry({ seq: 2 }));
    expect((await gateway.follow(changes, { after: cursor }).count(1))[0]).toMatchObject({ kind: 'ADDED' });
  });

  it('is reset where changes after the cursor are no longer kept', async () => {
    for (const seq of [1, 2, 3]) await read(...[1, 2, 3].slice(0, seq).map((n) => entry({ seq: n })));
    await gateway.asOwner('DELETE FROM change WHERE seq <= 2');
    await gateway.restart();
    const reset = gateway.follow(changes, { after: toFeedCursor(1) });
    expect(await reset.count(1)).toEqual([{ __typename: 'StreamReset', reason: 'CURSOR_TOO_OLD' }]);
    await reset.ended;
    expect((await gateway.follow(changes, { after: toFeedCursor(2) }).count(2))[0]).toMatchObject({ kind: 'ADDED' });
  });

  it('ends with 1012 when the gateway closes, so that clients come back', async () => {
    const client = gateway.socket();
    const closed = new Promise((resolve) => client.on('closed', resolve));
    client.subscribe({ query: changes }, { next: () => undefined, error: () => undefined, complete: () => undefined });
    await new Promise((resolve) => client.on('connected', resolve));
    await gateway.restart();
    expect(await closed).toMatchObject({ code: 1012 });
  });
});

describe('a subscription that cannot be', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  it.each(['nonsense', Buffer.from('changes:-1').toString('base64url'), toFeedCursor(1_000_000)])(
    'refuses the cursor %s',
    async (after) => {
      const follower = gateway.follow(changes, { after });
      await follower.ended;
      expect(follower.errors[0]!.extensions).toMatchObject({ code: 'BAD_CURSOR', wayOut: expect.any(String) });
    },
  );

  it.each([
    ['{ timeline { feedCursor } }', 'BAD_INPUT'],
    ['mutation { checkNow(input: { target: "x" }) { queued } }', 'BAD_INPUT'],
    ['subscription {', 'BAD_INPUT'],
    ['subscription { nothing }', 'BAD_INPUT'],
    ['subscription { timelineChanged(filter: { courts: ["nowhere"] }) { __typename } }', 'UNKNOWN_COURT'],
    [
      `subscription { timelineChanged { ... on TimelineChange { event { case { timeline(first: 200) { nodes { case { timeline(first: 200) { nodes { id } } } } } } } } } }`,
      'TOO_COMPLEX',
    ],
  ])('refuses %s over a WebSocket with %s', async (query, code) => {
    const follower = gateway.follow(query);
    await follower.ended;
    expect(follower.errors[0]!.extensions.code).toBe(code);
  });
});
