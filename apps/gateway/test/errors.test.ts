import { VigilError } from '@vigil/errors';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicErrors } from '../src/http/public-error.js';
import { openTestGateway, type LogLine, type TestGateway, type Variables } from './test-gateway.js';

describe('errors', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  const code = async (query: string, variables?: Variables): Promise<string | undefined> =>
    (await gateway.ask(query, variables)).errors?.[0]?.extensions.code;

  it.each([
    ['{ timeline(', undefined],
    ['{ nothing }', undefined],
    ['{ timeline(first: "x") { nodes { id } } }', undefined],
    ['query ($first: Int) { timeline(first: $first) { nodes { id } } }', { first: 'x' }],
    ['query ($at: DateTime) { timeline(asOf: $at) { nodes { id } } }', { at: '14/12/2017' }],
    ['{ timeline(asOf: "yesterday") { nodes { id } } }', undefined],
    ['query A { courts { code } } query B { courts { code } }', undefined],
  ])('of the request have a code of the catalogue and a way out: %s', async (query, variables) => {
    expect(await gateway.error(query, variables)).toMatchObject({
      message: expect.any(String),
      extensions: { code: 'BAD_INPUT', wayOut: expect.any(String) },
    });
    expect(gateway.log).toEqual([]);
  });

  it('of a query that asks for too much say so before anything is read', async () => {
    const nested =
      'evidence { statement } revisions { evidence { statement } states { content { headline } } } possibleDuplicates { case { timeline(first: 200) { nodes { id } } } }';
    expect(await code(`{ timeline(first: 200) { nodes { ${nested} } } }`)).toBe('TOO_COMPLEX');
    // Variables count.
    const sized = `query ($n: Int) { timeline(first: $n) { nodes { ${nested} } } }`;
    expect(await code(sized, { n: 200 })).toBe('TOO_COMPLEX');
    expect(await code(sized, { n: 2 })).toBeUndefined();
    // A full page with its evidence is not too much.
    expect(
      await code(
        '{ timeline(first: 200) { totalCount { atLeast } edges { cursor node { id headline kind recordedAt occurredAt { instant day zone } case { caption court { code name } } evidence { source first { url sha256 capturedAt } } } } } }',
      ),
    ).toBeUndefined();
    const deep = `${'target { coverage(first: 1) { '.repeat(9)} state ${'} }'.repeat(9)}`;
    expect(await code(`{ watches { ${deep} } }`)).toBe('TOO_COMPLEX');
    expect(await code(`{ ${Array.from({ length: 2_001 }, (_, i) => `a${i}: __typename`).join(' ')} }`)).toBe(
      'BAD_INPUT',
    );
  });

  it('of bodies that are too large or no JSON have the same form', async () => {
    for (const [body, type, status] of [
      ['x'.repeat(300_000), 'application/json', 413],
      ['{', 'application/json', 400],
      ['a=b', 'application/x-www-form-urlencoded', 415],
    ] as const) {
      const response = await gateway.post(body, { 'content-type': type });
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] });
    }
  });

  it('of a form on another page (no preflight) are refused', async () => {
    const response = await fetch(new URL('graphql?query={courts{code}}', gateway.url));
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/CSRF/);
  });

  it('that nobody foresaw tell nothing but an id, under which the log has the rest', () => {
    const lines: LogLine[] = [];
    const publicError = publicErrors(
      pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) }),
    );
    const secret = new GraphQLError('select 1 from secrets', {
      originalError: new Error('select 1 from secrets'),
      path: ['timeline'],
    });
    const told = publicError(secret);
    expect(JSON.stringify(told)).not.toMatch(/secret/);
    expect(told).toMatchObject({ path: ['timeline'], extensions: { code: 'INTERNAL', errorId: lines[0]!.errorId } });
    expect(lines[0]!.err?.message).toBe('select 1 from secrets');
    const ours = publicError(new VigilError('DATABASE_UNREACHABLE', 'connect ECONNREFUSED 10.0.0.7:5432'));
    expect(JSON.stringify(ours)).not.toMatch(/10\.0\.0\.7/);
    expect(ours.extensions).toMatchObject({ code: 'DATABASE_UNREACHABLE', errorId: expect.any(String) });
  });

  it('of a database that is gone are told so, without its words', async () => {
    const broken = await openTestGateway();
    await broken.asOwner('DROP TABLE timeline_position CASCADE');
    const { message, extensions } = await broken.error('{ timeline { nodes { id } } }');
    expect(extensions).toMatchObject({ code: 'INTERNAL', errorId: expect.any(String) });
    expect(message).not.toMatch(/timeline_position/);
    expect(broken.log.map(({ errorId }) => errorId)).toContain(extensions.errorId);
    await broken.close();
  });
});
