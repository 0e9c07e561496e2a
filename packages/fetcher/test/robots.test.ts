import { describe, expect, it } from 'vitest';
import { createHostGate, createMemoryGateStore } from '../src/index.js';
import { openFetcher, page, serve, type LocalServer } from './local-server.js';
import { virtualClock } from './virtual-clock.js';

async function serveWithRobots(robots: string | number, headers = {}): Promise<LocalServer> {
  return serve((request, response) => {
    if (request.url !== '/robots.txt') response.end('page');
    else if (typeof robots === 'number') response.writeHead(robots, headers).end();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
  });
}

const hour = 3_600_000;

describe('robots.txt', () => {
  it('is read first, once for all who wait for it, and again after a day', async () => {
    const site = await serveWithRobots('User-agent: *\nDisallow: /private');
    const clock = virtualClock();
    const fetcher = openFetcher({ via: site.origin, clock, gate: createHostGate({ minIntervalMs: 0, clock }) });
    await Promise.all(['/a', '/b', '/c'].map(async (path) => fetcher.get(page(path))));
    expect(site.seen.map(({ url }) => url)).toEqual(['/robots.txt', '/a', '/b', '/c']);
    clock.advance(23 * hour);
    await fetcher.get(page('/d'));
    clock.advance(2 * hour);
    await fetcher.get(page('/e'));
    expect(site.seen.slice(4).map(({ url }) => url)).toEqual(['/d', '/robots.txt', '/e']);
  });

  it('is read for each origin', async () => {
    const site = await serveWithRobots('');
    const fetcher = openFetcher({ via: site.origin });
    await fetcher.get(page('/', 'a.court.example'));
    await fetcher.get(page('/', 'b.court.example'));
    expect(site.seen.map(({ host, url }) => host + url)).toEqual([
      'a.court.example/robots.txt',
      'a.court.example/',
      'b.court.example/robots.txt',
      'b.court.example/',
    ]);
  });

  it('is shared by fetchers that share a store', async () => {
    const site = await serveWithRobots('');
    const store = createMemoryGateStore(virtualClock());
    for (let n = 0; n < 2; n += 1)
      await openFetcher({ via: site.origin, gate: createHostGate({ minIntervalMs: 0, store }) }).get(page('/'));
    expect(site.seen.map(({ url }) => url)).toEqual(['/robots.txt', '/', '/']);
  });

  it('is read once by fetchers that share a store and come at the same time', async () => {
    const site = await serveWithRobots('User-agent: *\nCrawl-delay: 3');
    const clock = virtualClock();
    const store = createMemoryGateStore(clock);
    const fetchers = Array.from({ length: 4 }, () =>
      openFetcher({ via: site.origin, clock, gate: createHostGate({ minIntervalMs: 1_000, store, clock }) }),
    );
    await Promise.all(fetchers.map(async (fetcher, n) => fetcher.get(page(`/${n}`))));
    expect(site.seen.map(({ url }) => url).filter((url) => url === '/robots.txt')).toHaveLength(1);
    expect(site.seen[0]!.url).toBe('/robots.txt');
    expect(site.seen).toHaveLength(5);
  });

  it.each([
    ['for all', 'User-agent: *\nDisallow: /cgi-bin/'],
    ['for us by name', 'User-agent: vigiltest\nDisallow: /\n\nUser-agent: *\nAllow: /'],
    ['by a pattern', 'User-agent: *\nDisallow: /*.pl$'],
    ['after a byte order mark', '\uFEFFUser-agent: *\r\nDisallow: /cgi-bin'],
  ])('that disallows a page %s is FETCH_ROBOTS, and the page is not asked for', async (_name, robots) => {
    const site = await serveWithRobots(robots);
    const got = openFetcher({ via: site.origin }).get(page('/cgi-bin/rss.pl'));
    await expect(got).rejects.toMatchObject({ code: 'FETCH_ROBOTS', policy: 'stop' });
    expect(site.seen).toHaveLength(1);
  });

  it.each([
    ['is empty', ''],
    ['speaks of others', 'User-agent: otherbot\nDisallow: /'],
    ['allows us by name', 'User-agent: *\nDisallow: /\n\nUser-agent: VigilTest\nDisallow:'],
    ['is a web page', '<!doctype html><title>Welcome</title>'],
    ['is not there', 404],
    ['is gone', 410],
    ['is forbidden', 403],
  ])('lets us in where it %s', async (_name, robots) => {
    const site = await serveWithRobots(robots);
    expect((await openFetcher({ via: site.origin }).get(page('/cgi-bin/rss.pl'))).status).toBe(200);
  });

  it.each([500, 503, 429])('means “not now” where it answers with %d', async (status) => {
    const site = await serveWithRobots(status, { 'retry-after': '7' });
    await expect(openFetcher({ via: site.origin }).get(page('/'))).rejects.toMatchObject({
      code: 'FETCH_UNAVAILABLE',
      policy: 'wait',
      retryAfterMs: 7_000,
    });
    expect(site.seen).toHaveLength(1);
  });

  it('means “not now” where it cannot be read, and is asked for again', async () => {
    let broken = true;
    const site = await serve((request, response) => {
      if (broken) request.socket.destroy();
      else response.end();
    });
    const fetcher = openFetcher({ via: site.origin });
    await expect(fetcher.get(page('/'))).rejects.toMatchObject({ code: 'FETCH_UNAVAILABLE' });
    broken = false;
    expect((await fetcher.get(page('/'))).status).toBe(200);
  });

  it('is followed through redirects, and counts as absent where they lead away', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/robots.txt' && request.headers.host === 'a.court.example')
        response.writeHead(301, { location: 'http://b.court.example/robots.txt' }).end();
      else if (request.url === '/robots.txt' && request.headers.host === 'c.court.example')
        response.writeHead(302, { location: 'http://elsewhere.example/login' }).end();
      else if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /x');
      else response.end('page');
    });
    const fetcher = openFetcher({ via: site.origin });
    await expect(fetcher.get(page('/x', 'a.court.example'))).rejects.toMatchObject({ code: 'FETCH_ROBOTS' });
    expect((await fetcher.get(page('/x', 'c.court.example'))).status).toBe(200);
  });

  it('holds for where redirects lead', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /closed');
      else response.writeHead(302, { location: '/closed' }).end();
    });
    await expect(openFetcher({ via: site.origin }).get(page('/open'))).rejects.toMatchObject({ code: 'FETCH_ROBOTS' });
    expect(site.seen.map(({ url }) => url)).toEqual(['/robots.txt', '/open']);
  });

  it('raises the interval by its Crawl-delay', async () => {
    const site = await serveWithRobots('User-agent: *\nCrawl-delay: 5');
    const clock = virtualClock();
    const fetcher = openFetcher({ via: site.origin, clock, gate: createHostGate({ minIntervalMs: 1_000, clock }) });
    for (const path of ['/a', '/b', '/c']) await fetcher.get(page(path));
    expect(clock.slept).toEqual([5_000, 5_000, 5_000]);
  });

  it('with a Crawl-delay beyond patience puts the page off instead of tying up a worker', async () => {
    const site = await serveWithRobots('User-agent: *\nCrawl-delay: 120');
    const clock = virtualClock();
    const fetcher = openFetcher({ via: site.origin, clock, gate: createHostGate({ minIntervalMs: 0, clock }) });
    await expect(fetcher.get(page('/'))).rejects.toMatchObject({ code: 'FETCH_RATE_LIMITED', retryAfterMs: 120_000 });
    clock.advance(120_000);
    expect((await fetcher.get(page('/'))).status).toBe(200);
  });

  it.each(['-5', '1e999', 'soon', ''])('with a Crawl-delay of %j sets no trap', async (delay) => {
    const site = await serveWithRobots(`User-agent: *\nCrawl-delay: ${delay}\nAllow: /`);
    const clock = virtualClock();
    const fetcher = openFetcher({ via: site.origin, clock, gate: createHostGate({ minIntervalMs: 0, clock }) });
    const status = await fetcher.get(page('/')).then(
      (fetched) => fetched.status,
      (error: { readonly retryAfterMs: number }) => error.retryAfterMs,
    );
    expect([200, 24 * hour]).toContain(status);
  });
});
