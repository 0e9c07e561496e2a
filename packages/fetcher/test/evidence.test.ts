import { describe, expect, it } from 'vitest';
import { createFetcher } from '../src/index.js';
import { openFetcher, page, serveSite, userAgent } from './local-server.js';

describe('a fetched page', () => {
  it('says what was asked, what came, and when', async () => {
    const site = await serveSite((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml', 'X-Twice': ['a', 'b'] });
      setTimeout(() => response.end('body'), 30);
    });
    const before = new Date().toISOString();
    const fetched = await openFetcher({ via: site.origin }).get(page('/rss?court=x#top'));
    const after = new Date().toISOString();
    expect(fetched).toMatchObject({
      url: 'http://ecf.court.example/rss?court=x',
      finalUrl: 'http://ecf.court.example/rss?court=x',
      via: site.origin,
      status: 200,
      headers: { 'content-type': 'text/xml', 'x-twice': 'a, b' },
      notModified: false,
      wireBytes: 4,
    });
    const times = [before, fetched.sentAt, fetched.receivedAt, after];
    expect(times).toEqual(times.toSorted());
    expect(Date.parse(fetched.receivedAt) - Date.parse(fetched.sentAt)).toBeGreaterThanOrEqual(25);
    expect(Object.isFrozen(fetched)).toBe(true);
  });

  it('is asked for under the name of the operator, with its own Host, and without a proxy', async () => {
    process.env['HTTP_PROXY'] = process.env['http_proxy'] = 'http://127.0.0.1:1';
    try {
      const site = await serveSite((_request, response) => void response.end());
      await openFetcher({ via: site.origin }).get({ url: 'https://ecf.court.example:8443/x', accept: 'text/xml' });
      expect(site.seen.map(({ host }) => host)).toEqual(['ecf.court.example:8443', 'ecf.court.example:8443']);
      expect(site.seen[1]?.headers).toMatchObject({ 'user-agent': userAgent, accept: 'text/xml' });
      expect(site.seen[1]?.headers).not.toHaveProperty('cookie');
    } finally {
      delete process.env['HTTP_PROXY'];
      delete process.env['http_proxy'];
    }
  });
});

describe('a fetcher', () => {
  it.each(['', 'Vigil/1.0', '(https://watch.example)', 'https://watch.example', 'Vigil (someone)'])(
    'is refused the User-Agent %j, which does not name who to reach',
    (name) => {
      expect(() => createFetcher({ userAgent: name })).toThrow(expect.objectContaining({ code: 'BAD_SETTING' }));
    },
  );

  it('needs no contact where only a simulator can be reached', async () => {
    const site = await serveSite((_request, response) => void response.end());
    const fetched = await openFetcher({ userAgent: 'Vigil/1.0 (someone)', via: site.origin }).get(page('/'));
    expect(fetched.status).toBe(200);
  });

  it.each(['nowhere', 'ftp://127.0.0.1', 'http://127.0.0.1/path', 'http://user@127.0.0.1', 'http://127.0.0.1?x'])(
    'is refused %j as a simulator',
    (via) => {
      expect(() => createFetcher({ userAgent, via })).toThrow(expect.objectContaining({ code: 'BAD_SETTING' }));
    },
  );
});
