import { describe, expect, it } from 'vitest';
import { assertOk } from '../src/index.js';
import { openFetcher, page, serveSite } from './local-server.js';

const lastModified = 'Mon, 23 Nov 2026 08:00:00 GMT';

describe('a conditional request', () => {
  it('sends the validators of the last answer, and an unchanged page comes back as not modified', async () => {
    const site = await serveSite((request, response) => {
      if (request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] === lastModified)
        response.writeHead(304, { etag: '"v1"' }).end();
      else response.writeHead(200, { etag: '"v1"', 'last-modified': lastModified }).end('body');
    });
    const fetcher = openFetcher({ via: site.origin });
    const first = await fetcher.get(page('/feed'));
    expect(first).toMatchObject({ status: 200, notModified: false, validators: { etag: '"v1"', lastModified } });
    const second = await fetcher.get({ ...page('/feed'), validators: first.validators });
    expect(second).toMatchObject({ status: 304, notModified: true, validators: first.validators, wireBytes: 0 });
    expect(second.body).toHaveLength(0);
    expect(() => assertOk(second)).not.toThrow();
  });

  it('sends nothing where there are no validators', async () => {
    const site = await serveSite((_request, response) => void response.end('body'));
    const fetched = await openFetcher({ via: site.origin }).get({ ...page('/'), validators: null });
    expect(fetched.validators).toEqual({ etag: null, lastModified: null });
    expect(site.seen.at(-1)?.headers).not.toHaveProperty('if-none-match');
    expect(site.seen.at(-1)?.headers).not.toHaveProperty('if-modified-since');
  });

  it('forgets validators that a changed page no longer has', async () => {
    const site = await serveSite((_request, response) => void response.end('new body'));
    const validators = { etag: '"old"', lastModified };
    const fetched = await openFetcher({ via: site.origin }).get({ ...page('/'), validators });
    expect(fetched.validators).toEqual({ etag: null, lastModified: null });
  });

  it('takes a 304 that nobody asked for as an unexpected status', async () => {
    const site = await serveSite((_request, response) => void response.writeHead(304).end());
    const fetched = await openFetcher({ via: site.origin }).get(page('/'));
    expect(fetched.notModified).toBe(false);
    expect(() => assertOk(fetched)).toThrow(expect.objectContaining({ code: 'FETCH_HTTP_STATUS' }));
  });

  it('is not mistaken where a 304 names an encoding', async () => {
    const site = await serveSite((_request, response) => {
      response.writeHead(304, { 'content-encoding': 'gzip' }).end();
    });
    const validators = { etag: '"v1"', lastModified: null };
    const fetched = await openFetcher({ via: site.origin }).get({ ...page('/'), validators });
    expect(fetched.notModified).toBe(true);
  });
});
