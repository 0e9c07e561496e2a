import { describe, expect, it } from 'vitest';
import { openFetcher, page, serveSite, type LocalServer } from './local-server.js';

async function serveRedirects(targets: Readonly<Record<string, string>>): Promise<LocalServer> {
  return serveSite((request, response) => {
    const location = targets[request.url ?? ''];
    if (location === undefined) response.end(`the page ${request.url}`);
    else response.writeHead(302, { location }).end('moved');
  });
}

describe('redirects', () => {
  it('are followed within the site, to other hosts of it and from http to https', async () => {
    const site = await serveRedirects({
      '/a': '/b',
      '/b': 'http://www.court.example/c',
      '/c': 'https://www.court.example/d?x=1',
    });
    const fetched = await openFetcher({ via: site.origin }).get(page('/a'));
    expect(fetched.url).toBe('http://ecf.court.example/a');
    expect(fetched.finalUrl).toBe('https://www.court.example/d?x=1');
    expect(Buffer.from(fetched.body).toString()).toBe('the page /d?x=1');
    expect(site.seen.map(({ host, url }) => `${host}${url}`)).toEqual([
      'ecf.court.example/robots.txt',
      'ecf.court.example/a',
      'ecf.court.example/b',
      'www.court.example/robots.txt',
      'www.court.example/c',
      'www.court.example/robots.txt',
      'www.court.example/d?x=1',
    ]);
  });

  it.each([
    ['a loop', { '/a': '/a' }],
    ['more than three', { '/a': '/b', '/b': '/c', '/c': '/d', '/d': '/e' }],
    ['to another site', { '/a': 'http://elsewhere.example/' }],
    ['to what is no address', { '/a': 'http://[oops/' }],
  ])('are refused: %s', async (_name, targets) => {
    const site = await serveRedirects(targets);
    await expect(openFetcher({ via: site.origin }).get(page('/a'))).rejects.toMatchObject({ code: 'FETCH_REDIRECTS' });
    expect(site.seen.every(({ host }) => host === 'ecf.court.example')).toBe(true);
    expect(site.seen.length).toBeLessThanOrEqual(5);
  });

  it.each([
    'http://127.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:10.0.0.1]/',
    'http://2130706433/',
    'ftp://ecf.court.example/',
    'http://user:pw@ecf.court.example/',
  ])('into forbidden places are refused: %s', async (location) => {
    const site = await serveRedirects({ '/a': location });
    await expect(openFetcher({ via: site.origin }).get(page('/a'))).rejects.toMatchObject({
      code: 'FETCH_ADDRESS_REFUSED',
    });
    expect(site.seen).toHaveLength(2);
  });

  it('without an address are an answer like any other', async () => {
    const site = await serveSite((_request, response) => void response.writeHead(302).end('nowhere'));
    const fetched = await openFetcher({ via: site.origin }).get(page('/'));
    expect([fetched.status, Buffer.from(fetched.body).toString()]).toEqual([302, 'nowhere']);
  });

  it('tell nothing of a query when they are refused', async () => {
    const site = await serveRedirects({ '/a?n=123': 'http://elsewhere.example/x?n=123' });
    const error: unknown = await openFetcher({ via: site.origin }).get(page('/a?n=123')).catch(String);
    expect(error).toMatch(/ecf\.court\.example\/a redirects to another site, elsewhere\.example$/);
  });
});
