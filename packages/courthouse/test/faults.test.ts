import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Courthouse, type Fault, startCourthouse, VirtualClock } from '../src/index.js';
import { type Answer, ask } from './ask.js';
import { readFeed } from './read-feed.js';
import { cacd, district, nyed, scenarioOf } from './small-scenario.js';

let courthouse: Courthouse;
beforeEach(async () => {
  const scenario = scenarioOf(district, nyed);
  const clock = new VirtualClock(scenario.clock);
  clock.pause();
  courthouse = await startCourthouse({ scenario, clock });
});
afterEach(() => courthouse.close());

async function withFault(fault: Fault, limits: { patience?: number; appetite?: number } = {}): Promise<Answer> {
  courthouse.fault(cacd.host, fault);
  return ask(courthouse, { ...cacd, ...limits });
}

const healthy = async (): Promise<Buffer> => {
  courthouse.fault(cacd.host, null);
  return (await ask(courthouse, cacd)).body;
};

test('rate-limited answers 429 with Retry-After', async () => {
  const { status, headers } = await withFault({ kind: 'rate-limited', retryAfterSeconds: 120 });
  expect([status, headers['retry-after']]).toEqual([429, '120']);
});

test('unavailable answers 503, with or without Retry-After', async () => {
  const { status, headers } = await withFault({ kind: 'unavailable' });
  expect([status, headers['retry-after']]).toEqual([503, undefined]);
});

test('hang never answers', async () => {
  const { status, failure } = await withFault({ kind: 'hang' }, { patience: 300 });
  expect([status, failure]).toEqual([undefined, 'TIMEOUT']);
});

test('drip sends the right bytes slowly', async () => {
  const whole = await healthy();
  const started = Date.now();
  const { body, failure } = await withFault({ kind: 'drip', bytesPerSecond: whole.length * 2 });
  expect(failure).toBeUndefined();
  expect(body.equals(whole)).toBe(true);
  expect(Date.now() - started).toBeGreaterThan(350);
});

test('truncated with the whole length announced breaks the connection', async () => {
  const whole = await healthy();
  const { status, headers, body, failure } = await withFault({ kind: 'truncated', announced: 'whole' });
  expect([status, headers['content-length'], failure]).toEqual([200, String(whole.length), 'ECONNRESET']);
  expect(body.equals(whole.subarray(0, Math.floor(whole.length / 2)))).toBe(true);
});

test('truncated with half the length announced looks complete, but is no whole XML', async () => {
  const { headers, body, failure } = await withFault({ kind: 'truncated', announced: 'half' });
  expect([headers['content-length'], failure]).toEqual([String(body.length), undefined]);
  expect(() => readFeed(body)).toThrow(/unclosed/);
});

test('maintenance, challenge and html are pages of HTML that say SIMULATOR', async () => {
  const cases: readonly (readonly [Fault, number, RegExp])[] = [
    [{ kind: 'maintenance', status: 200 }, 200, /down for scheduled maintenance/],
    [{ kind: 'maintenance', status: 503 }, 503, /down for scheduled maintenance/],
    [{ kind: 'challenge', status: 200 }, 200, /verify you are human/i],
    [{ kind: 'challenge', status: 403 }, 403, /verify you are human/i],
    [{ kind: 'html' }, 200, /electronic case filing/],
  ];
  for (const [fault, wanted, words] of cases) {
    const { status, headers, body } = await withFault(fault);
    expect(status).toBe(wanted);
    expect(headers['content-type']).toContain('text/html');
    expect(body.toString()).toMatch(words);
    expect(body.toString()).toContain('SIMULATOR');
  }
});

test('not-xml says XML and is none', async () => {
  const { status, headers, body } = await withFault({ kind: 'not-xml' });
  expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=ISO-8859-1']);
  expect(() => readFeed(body)).toThrow(/not well-formed|disallowed character|must start/);
});

test('zeros come in the number asked for, their length not announced', async () => {
  const { headers, body } = await withFault({ kind: 'zeros', megabytes: 50 });
  expect(headers['content-length']).toBeUndefined();
  expect(body.length).toBe(50_000_000);
  expect(createHash('sha256').update(body).digest('hex')).toBe(
    createHash('sha256').update(Buffer.alloc(50_000_000)).digest('hex'),
  );
});

test('a client that has enough of the zeros leaves the courthouse well', async () => {
  const { failure } = await withFault({ kind: 'zeros', megabytes: 50 }, { appetite: 1_000_000 });
  expect(failure).toBe('ENOUGH');
  expect(readFeed(await healthy()).items).toHaveLength(4);
});

test('a gzip bomb is small on the wire and large when opened', async () => {
  const { headers, body } = await withFault({ kind: 'gzip-bomb', megabytes: 60 });
  expect(headers['content-encoding']).toBe('gzip');
  expect(body.length).toBeLessThan(100_000);
  expect(gunzipSync(body).length).toBe(60_000_000);
});

test('wrong-charset announces UTF-8 and sends windows-1252', async () => {
  const { headers, body } = await withFault({ kind: 'wrong-charset' });
  expect(headers['content-type']).toBe('text/xml; charset=utf-8');
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow(TypeError);
  expect(readFeed(body).items).toHaveLength(4);
});

test('redirects lead to the same address, or to another site', async () => {
  const loop = await withFault({ kind: 'redirect-loop' });
  expect([loop.status, loop.headers['location']]).toEqual([302, `https://${cacd.host}${cacd.path}`]);
  const away = await withFault({ kind: 'redirect-away', to: 'https://www.example.org/' });
  expect([away.status, away.headers['location']]).toEqual([302, 'https://www.example.org/']);
});

test('reset ends the connection without an answer', async () => {
  const { status, failure } = await withFault({ kind: 'reset' });
  expect([status, failure]).toEqual([undefined, 'ECONNRESET']);
});

test('a fault concerns its host alone, and robots.txt only when it is of that kind', async () => {
  courthouse.fault(cacd.host, { kind: 'unavailable' });
  expect((await ask(courthouse, { host: 'ecf.nyed.uscourts.gov', path: '/cgi-bin/readyDockets.pl' })).status).toBe(200);
  expect((await ask(courthouse, { ...cacd, path: '/robots.txt' })).status).toBe(200);

  courthouse.fault(cacd.host, { kind: 'robots', body: 'User-agent: *\nDisallow: /cgi-bin/\n' });
  expect((await ask(courthouse, { ...cacd, path: '/robots.txt' })).body.toString()).toContain('Disallow: /cgi-bin/');
  expect((await ask(courthouse, cacd)).status).toBe(200);
});

test('a fault that is given a number of times passes', async () => {
  courthouse.fault(cacd.host, { kind: 'unavailable', times: 2 });
  const statuses = [];
  for (let i = 0; i < 3; i += 1) statuses.push((await ask(courthouse, cacd)).status);
  expect(statuses).toEqual([503, 503, 200]);
});

test('faults can be planned at the start; one for a host that is not served is refused', async () => {
  const planned = await startCourthouse({
    scenario: scenarioOf(district),
    faults: { [cacd.host]: { kind: 'unavailable' } },
  });
  expect((await ask(planned, cacd)).status).toBe(503);
  await planned.close();
  expect(() => courthouse.fault('ecf.txwd.uscourts.gov', { kind: 'hang' })).toThrow(
    expect.objectContaining({ code: 'BAD_INPUT' }),
  );
});

test('closing ends requests that hang', async () => {
  courthouse.fault(cacd.host, { kind: 'hang' });
  const hanging = ask(courthouse, cacd);
  while (courthouse.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await courthouse.close();
  expect((await hanging).failure).toBe('ECONNRESET');
});
