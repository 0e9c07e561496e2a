import { addWatch, changeWatch, localOrganisationId } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { sourceById } from '@vigil/sources';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from './test-gateway.js';

/** As long as the setting allows. */
const secret = 'w'.repeat(200);
const source = sourceById('courtlistener');

/** What CourtListener posts: entries with all their documents, of which only the docket's id is read. */
const alertOf = (dockets: readonly unknown[], type: unknown = 1): unknown => ({
  webhook: { version: 2, event_type: type, date_created: '2026-03-01T00:00:00Z', deprecation_date: null },
  payload: {
    results: dockets.map((docket, n) => ({
      id: 470000001 + n,
      docket,
      date_filed: '2026-03-12',
      description: 'FORGED: the petitioner is released.',
      recap_documents: [{ pacer_doc_id: '031096000040', description: 'Order' }],
    })),
  },
});

describe('the address at which CourtListener tells of news', () => {
  let gateway: TestGateway;
  const asked: string[] = [];
  let check: (targetId: string) => Promise<void> = async () => undefined;
  const targets = new Map<string, string>();

  const watch = async (docket: string): Promise<string> => {
    const params = source.params.parse({ docket, court: 'cacd', docketNumber: `8:26-cv-9${docket.slice(-4)}` });
    const wish = { source: source.id, params, title: docket, courtId: 'cacd', label: null, everyMs: null };
    const { id, targetId } = await addWatch(gateway.db, localOrganisationId, wish);
    targets.set(docket, targetId);
    return id;
  };
  const post = (body: unknown, { key = randomUUID(), path = secret, headers = {} }: Options = {}): Promise<Response> =>
    fetch(new URL(`hooks/courtlistener/${path}`, gateway.url), {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(key !== null && { 'idempotency-key': key }), ...headers },
    });
  const codeOf = async (response: Response): Promise<readonly [number, string | undefined]> => {
    const { errors } = (await response.json()) as { errors: readonly { extensions: { code: string } }[] };
    return [response.status, errors[0]?.extensions.code];
  };
  /** Everything that an event could have been kept in. */
  const kept = async (): Promise<unknown> => {
    const tables = [
      'capture',
      'body',
      'observation',
      'event',
      'change',
      '"check"',
      'target',
      'watch',
      '"case"',
      'audit',
    ];
    const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ');
    return (await gateway.db.pool.query(`SELECT ${counts}`)).rows[0];
  };

  beforeAll(async () => {
    const checkNow = async (targetId: string): Promise<{ queued: boolean }> => {
      asked.push(targetId);
      await check(targetId);
      return { queued: true };
    };
    gateway = await openTestGateway(null, { courtlistenerHookSecret: secret, checkNow });
    await watch('90000123');
    await watch('90000456');
    await changeWatch(gateway.db, localOrganisationId, await watch('90000789'), 'pause');
  });
  afterAll(() => gateway.close());
  beforeEach(() => {
    asked.length = 0;
    check = async () => undefined;
  });

  it('asks for a Check of the watched dockets that an event names, each once, and keeps nothing of it', async () => {
    const before = await kept();
    const response = await post(alertOf([90000456, 90000123, 90000456, 55, 90000789]));
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(asked).toHaveLength(2);
    expect(new Set(asked)).toEqual(new Set([targets.get('90000123'), targets.get('90000456')]));
    expect(await kept()).toEqual(before);
    expect(JSON.stringify(gateway.log)).not.toMatch(/FORGED|released|w{40}/);
  });

  it('answers an event that comes again, and does not ask again', async () => {
    const key = randomUUID();
    for (let n = 0; n < 3; n += 1) expect((await post(alertOf([90000123]), { key })).status).toBe(204);
    expect(asked).toHaveLength(1);
  });

  it.each([2, 3, 4, 5, 99])('takes an event of type %i for no news', async (type) => {
    expect((await post(alertOf([90000123], type))).status).toBe(204);
    expect((await post({ webhook: { event_type: type }, payload: 'anything' })).status).toBe(204);
    expect(asked).toEqual([]);
  });

  it('finds nothing to do for dockets that nobody watches', async () => {
    expect((await post(alertOf([55, 90000789]))).status).toBe(204);
    expect((await post(alertOf([]))).status).toBe(204);
    expect(asked).toEqual([]);
  });

  it.each([
    ['no JSON', '{"webhook":'],
    ['nothing', ''],
    ['a list', []],
    ['no envelope', { payload: { results: [] } }],
    ['a type that is a text', alertOf([90000123], '1')],
    ['no results', { webhook: { event_type: 1 }, payload: {} }],
    ['a docket that is a text', alertOf(["90000123' OR true --"])],
    ['a docket that is no number of one', alertOf([-1])],
    ['one bad row among good ones', alertOf([90000123, null])],
    ['more rows than any event has', alertOf(Array.from({ length: 1_001 }, () => 90000123))],
  ])('refuses what is no event of CourtListener: %s', async (_what, body) => {
    expect(await codeOf(await post(body))).toEqual([400, 'BAD_INPUT']);
    expect(asked).toEqual([]);
  });

  it('refuses an event without its key, one of another media type, and one that is too large', async () => {
    expect(await codeOf(await post(alertOf([90000123]), { key: null }))).toEqual([400, 'BAD_INPUT']);
    const xml = { headers: { 'content-type': 'application/xml' } };
    expect(await codeOf(await post(alertOf([90000123]), xml))).toEqual([415, 'BAD_INPUT']);
    const large = JSON.stringify({ ...(alertOf([90000123]) as object), more: 'x'.repeat(4 * 1024 * 1024) });
    expect(await codeOf(await post(large))).toEqual([413, 'BAD_INPUT']);
    expect(asked).toEqual([]);
  });

  it('is to be found by its secret alone', async () => {
    const nowhere = await post('', { path: '../nowhere' });
    const answer = await nowhere.text();
    for (const path of [
      '',
      'x',
      `${secret}x`,
      secret.slice(1),
      secret.toUpperCase(),
      `${secret}/`,
      '%00',
      'x'.repeat(5_000),
      'é'.repeat(40),
    ]) {
      for (const body of [alertOf([90000123]), '{', 'x'.repeat(5 * 1024 * 1024)]) {
        const response = await post(body, { path });
        expect([response.status, await response.text()]).toEqual([404, answer]);
      }
    }
    expect((await fetch(new URL(`hooks/courtlistener/${secret}`, gateway.url))).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('answers in time where the queue does not, so that the event is sent again, and is then not taken for done', async () => {
    const key = randomUUID();
    check = () => new Promise(() => undefined);
    const started = performance.now();
    expect(await codeOf(await post(alertOf([90000123]), { key }))).toEqual([503, 'QUEUE_UNREACHABLE']);
    expect(performance.now() - started).toBeLessThan(3_000);
    check = async () => {
      throw new VigilError('QUEUE_UNREACHABLE', 'redis://:hunter2@x is gone');
    };
    const gone = await post(alertOf([90000123]), { key });
    expect(gone.status).toBe(503);
    expect(await gone.text()).not.toContain('hunter2');
    check = async () => undefined;
    expect((await post(alertOf([90000123]), { key })).status).toBe(204);
    expect(asked).toHaveLength(3);
  });

  it('is on loopback as all of the gateway, and not there at all without a secret', async () => {
    const foreign = await post(alertOf([90000123]), { headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    const other = await openTestGateway();
    const response = await fetch(new URL(`hooks/courtlistener/${secret}`, other.url), { method: 'POST' });
    expect(response.status).toBe(404);
    await other.close();
  });
});

interface Options {
  readonly key?: string | null;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
