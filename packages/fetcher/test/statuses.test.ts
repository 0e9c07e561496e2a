import { describe, expect, it } from 'vitest';
import { assertOk } from '../src/index.js';
import { retryAfterMs } from '../src/retry-after.js';
import { openFetcher, page, serveSite } from './local-server.js';

describe('the status of an answer', () => {
  it.each([
    [204, 'FETCH_HTTP_STATUS'],
    [206, 'FETCH_HTTP_STATUS'],
    [400, 'FETCH_HTTP_STATUS'],
    [401, 'FETCH_FORBIDDEN'],
    [403, 'FETCH_FORBIDDEN'],
    [404, 'FETCH_NOT_FOUND'],
    [410, 'FETCH_NOT_FOUND'],
    [418, 'FETCH_HTTP_STATUS'],
    [429, 'FETCH_RATE_LIMITED'],
    [500, 'FETCH_UNAVAILABLE'],
    [502, 'FETCH_UNAVAILABLE'],
    [503, 'FETCH_UNAVAILABLE'],
    [504, 'FETCH_UNAVAILABLE'],
  ])('%d is handed over with its body, and is then judged %s', async (status, code) => {
    const site = await serveSite((_request, response) => {
      response.writeHead(status, { 'retry-after': '5' }).end(status === 204 ? '' : 'what the publisher says');
    });
    const fetched = await openFetcher({ via: site.origin }).get(page('/x?number=123'));
    expect(fetched.status).toBe(status);
    expect(Buffer.from(fetched.body).toString()).toBe(status === 204 ? '' : 'what the publisher says');
    const waits = code === 'FETCH_RATE_LIMITED' || code === 'FETCH_UNAVAILABLE';
    expect(() => assertOk(fetched)).toThrow(
      expect.objectContaining({
        code,
        message: `ecf.court.example/x answered with status ${status}`,
        retryAfterMs: waits ? 5_000 : undefined,
      }),
    );
  });

  it('200 is fine', async () => {
    const site = await serveSite((_request, response) => void response.end('body'));
    const fetched = await openFetcher({ via: site.origin }).get(page('/'));
    expect(() => assertOk(fetched)).not.toThrow();
  });
});

describe('Retry-After', () => {
  const receivedAt = Date.UTC(2026, 10, 24, 12, 0, 0);
  const day = 24 * 3_600_000;

  it.each([
    ['120', {}, 120_000],
    [' 0 ', {}, 0],
    ['99999999999999999999', {}, day],
    ['Tue, 24 Nov 2026 12:01:30 GMT', {}, 90_000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', {}, 0],
    ['Wed, 24 Nov 2027 12:00:00 GMT', {}, day],
    // A publisher whose clock is ten minutes ahead means thirty seconds all the same.
    ['Tue, 24 Nov 2026 12:10:30 GMT', { date: 'Tue, 24 Nov 2026 12:10:00 GMT' }, 30_000],
    ['soon', {}, null],
    ['-5', {}, null],
    ['1.5', {}, null],
    ['2026-11-24T12:01:30Z', {}, null],
  ])('%j is understood', (value, headers, expected) => {
    expect(retryAfterMs({ 'retry-after': value, ...headers }, receivedAt)).toBe(expected);
  });

  it('may be missing', () => {
    expect(retryAfterMs({}, receivedAt)).toBeNull();
  });
});
