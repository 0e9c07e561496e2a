import { describe, expect, it } from 'vitest';
import { createHostGate, createMemoryGateStore, systemClock, type GateWait } from '../src/index.js';
import { openFetcher, page, serveSite } from './local-server.js';
import { virtualClock } from './virtual-clock.js';

const paths = Array.from({ length: 20 }, (_, n) => `/page/${n}`);

describe('the host gate', () => {
  it('sends twenty pages of one domain one at a time, in order, never faster than its interval', async () => {
    const site = await serveSite((_request, response) => void setTimeout(() => response.end('page'), 10));
    const waits: GateWait[] = [];
    const gate = createHostGate({ minIntervalMs: 40, onWait: (wait) => waits.push(wait) });
    const fetcher = openFetcher({ via: site.origin, gate });
    const hosts = ['a.court.example', 'b.court.example', 'court.example'];
    await Promise.all(paths.map(async (path, n) => fetcher.get(page(path, hosts[n % 3]))));
    expect(site.seen).toHaveLength(23);
    for (const [n, request] of site.seen.entries()) {
      const before = site.seen[n - 1];
      if (before === undefined) continue;
      expect(before.endedAt).toBeLessThanOrEqual(request.startedAt);
      expect(request.startedAt - before.startedAt).toBeGreaterThanOrEqual(40);
    }
    expect(waits.length).toBeGreaterThanOrEqual(22);
    expect(waits.every(({ domain, waitedMs }) => domain === 'court.example' && waitedMs >= 1)).toBe(true);
  });

  it('holds for fetchers that share a store, as workers of several processes do', async () => {
    const site = await serveSite((_request, response) => void setTimeout(() => response.end('page'), 5));
    const store = createMemoryGateStore(systemClock);
    const fetchers = Array.from({ length: 4 }, () =>
      openFetcher({ via: site.origin, gate: createHostGate({ minIntervalMs: 20, store }) }),
    );
    await Promise.all(fetchers.map(async (fetcher, n) => fetcher.get(page(`/${n}`))));
    const { seen } = site;
    for (let n = 1; n < seen.length; n += 1)
      expect((seen[n]?.startedAt ?? 0) - (seen[n - 1]?.endedAt ?? Infinity)).toBeGreaterThanOrEqual(0);
  });

  it('lets domains go side by side', async () => {
    let open = 0;
    let most = 0;
    const site = await serveSite((_request, response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => {
        open -= 1;
        response.end('page');
      }, 50);
    });
    const fetcher = openFetcher({ via: site.origin });
    await Promise.all(['a.example', 'b.example', 'c.example'].map(async (host) => fetcher.get(page('/', host))));
    expect(most).toBe(3);
  });

  it('obeys Retry-After of a 429, for the whole domain', async () => {
    let limited = true;
    const site = await serveSite((_request, response) => {
      if (limited) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.end('page');
      limited = false;
    });
    const fetcher = openFetcher({ via: site.origin });
    expect((await fetcher.get(page('/a'))).status).toBe(429);
    expect((await fetcher.get(page('/b', 'www.court.example'))).status).toBe(200);
    const [, first, second] = site.seen;
    expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it.each([
    [429, 'FETCH_RATE_LIMITED'],
    [503, 'FETCH_UNAVAILABLE'],
  ])('puts pages off, without asking, while a long pause after a %d lasts', async (status, code) => {
    let down = true;
    const site = await serveSite((_request, response) => {
      if (down) response.writeHead(status, { 'retry-after': '600' }).end();
      else response.end('page');
    });
    const clock = virtualClock();
    const fetcher = openFetcher({ via: site.origin, clock, gate: createHostGate({ minIntervalMs: 0, clock }) });
    expect((await fetcher.get(page('/'))).status).toBe(status);
    await expect(fetcher.get(page('/'))).rejects.toMatchObject({ code, policy: 'wait', retryAfterMs: 600_000 });
    expect(site.seen).toHaveLength(2);
    down = false;
    clock.advance(600_000);
    expect((await fetcher.get(page('/'))).status).toBe(200);
  });

  it('breaks the circuit to a host that fails five times, and mends it with one probe', async () => {
    let broken = true;
    const site = await serveSite((request, response) => {
      if (broken && request.headers.host === 'dead.court.example') request.socket.destroy();
      else response.end('page');
    });
    const clock = virtualClock();
    const fetcher = openFetcher({ via: site.origin, clock, gate: createHostGate({ minIntervalMs: 0, clock }) });
    const dead = page('/', 'dead.court.example');
    for (let n = 0; n < 5; n += 1) await expect(fetcher.get(dead)).rejects.toMatchObject({ code: 'FETCH_CONNECTION' });
    const before = site.seen.length;
    // The first pause is short enough to be waited out, by all five, behind the one that probes.
    const crowd = await Promise.allSettled(Array.from({ length: 5 }, async () => fetcher.get(dead)));
    expect(site.seen.length - before).toBe(1);
    const codes = crowd.map((one) => (one as PromiseRejectedResult).reason as { readonly code: string });
    expect(codes.map(({ code }) => code).toSorted()).toEqual([
      'FETCH_CONNECTION',
      ...Array.from({ length: 4 }, () => 'FETCH_UNAVAILABLE'),
    ]);
    expect((await fetcher.get(page('/', 'live.court.example'))).status).toBe(200);
    broken = false;
    clock.advance(60_000);
    expect((await fetcher.get(dead)).status).toBe(200);
    expect((await fetcher.get(dead)).status).toBe(200);
  });

  it('does not let a host in trouble hold up its neighbours', async () => {
    let down = true;
    const site = await serveSite((request, response) => {
      if (down && request.headers.host === 'down.court.example') response.writeHead(503, { 'retry-after': '1' }).end();
      else response.end('page');
      if (request.headers.host === 'down.court.example') down = false;
    });
    const fetcher = openFetcher({ via: site.origin });
    await fetcher.get(page('/', 'up.court.example'));
    await fetcher.get(page('/', 'down.court.example'));
    const order: string[] = [];
    await Promise.all(
      ['down', 'up'].map(async (name) => {
        await fetcher.get(page('/', `${name}.court.example`));
        order.push(name);
      }),
    );
    expect(order).toEqual(['up', 'down']);
  });

  it('lets one who gives up leave the line, and keeps the others in it', async () => {
    const site = await serveSite((_request, response) => void setTimeout(() => response.end('page'), 60));
    const fetcher = openFetcher({ via: site.origin });
    const controller = new AbortController();
    const all = Promise.allSettled([
      fetcher.get(page('/first')),
      fetcher.get(page('/second'), { signal: controller.signal }),
      fetcher.get(page('/third')),
    ]);
    await expect.poll(() => site.seen.length).toBe(2);
    controller.abort();
    const [first, second, third] = await all;
    expect([first?.status, second?.status, third?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(site.seen.map(({ url }) => url)).toEqual(['/robots.txt', '/first', '/third']);
  });

  it('lets one who gives up stop waiting for the interval at once', async () => {
    const site = await serveSite((_request, response) => void response.end('page'));
    const fetcher = openFetcher({ via: site.origin, gate: createHostGate({ minIntervalMs: 20_000 }) });
    const startedAt = performance.now();
    const got = fetcher.get(page('/'), { signal: AbortSignal.timeout(100) });
    await expect(got).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
