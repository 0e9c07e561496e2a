import { describe, expect, it, onTestFinished } from 'vitest';
import { createFetcherWith, createHostGate, type Fetcher } from '../src/index.js';
import { serve, serveSite, userAgent, type LocalServer } from './local-server.js';

const url = 'http://localhost/canary';
const accept = 'application/json';

function open(house: LocalServer, via: string | null): Fetcher {
  const gate = createHostGate({ minIntervalMs: 1 });
  const fetcher = createFetcherWith({ url, via: house.origin }, { userAgent, via, gate });
  onTestFinished(() => fetcher.close());
  return fetcher;
}
const openHouse = (): Promise<LocalServer> =>
  serve((request, response) => {
    if (request.url === '/canary') response.end('{}');
    else response.writeHead(404).end();
  });

describe('the address that is our own', () => {
  it('is asked for at our origin, by its own name and after robots.txt', async () => {
    const house = await openHouse();
    const fetched = await open(house, null).get({ url, accept });
    expect(fetched).toMatchObject({ status: 200, url, via: house.origin });
    expect(house.seen.map(({ host, url: path }) => `${host}${path}`)).toEqual([
      'localhost/robots.txt',
      'localhost/canary',
    ]);
  });

  it('opens no other address of this machine', async () => {
    const house = await openHouse();
    const fetcher = open(house, null);
    for (const other of ['http://localhost/metrics', `${house.origin}/canary`, `${url}?x`])
      await expect(fetcher.get({ url: other, accept })).rejects.toMatchObject({
        code: expect.stringMatching(/^FETCH_(ADDRESS_REFUSED|UNAVAILABLE)$/),
      });
    expect(house.seen).toEqual([]);
  });

  it('is ours beside a simulator, to which all else goes', async () => {
    const house = await openHouse();
    const simulator = await serveSite((_request, response) => response.end('{}'));
    const fetcher = open(house, simulator.origin);
    expect(fetcher.via).toBe(simulator.origin);
    expect((await fetcher.get({ url, accept })).via).toBe(house.origin);
    expect((await fetcher.get({ url: 'https://www.publisher.example/', accept })).via).toBe(simulator.origin);
    expect(simulator.seen.map(({ host }) => host)).not.toContain('localhost');
  });
});
