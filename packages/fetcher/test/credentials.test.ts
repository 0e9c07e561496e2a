import { describe, expect, it } from 'vitest';
import { createFetcher, createHostGate, type Credential } from '../src/index.js';
import { openFetcher, serveSite, userAgent, type LocalServer } from './local-server.js';

const token = 'Token 0123456789abcdef-never-shown';
const publisher: Credential = {
  origin: 'https://www.publisher.example',
  authorization: token,
  wayToGet: 'ask the publisher, and set VIGIL_X',
};
const asked = { url: 'https://www.publisher.example/api?x=1', accept: 'application/json', credential: 'publisher' };

const sentBy = ({ seen }: LocalServer): readonly (readonly [string, string | undefined])[] =>
  seen.map(({ host, url, headers }) => [`${host}${url}`, headers.authorization]);

async function serveRedirect(location: string | null): Promise<LocalServer> {
  return serveSite((request, response) => {
    if (location !== null && request.url?.startsWith('/api')) response.writeHead(302, { location }).end();
    else response.end('{}');
  });
}

describe('a credential', () => {
  it('goes with the request that names it, and not with robots.txt', async () => {
    const site = await serveRedirect(null);
    const fetcher = openFetcher({ via: site.origin, credentials: { publisher } });
    await fetcher.get(asked);
    await fetcher.get({ url: asked.url, accept: asked.accept });
    expect(sentBy(site)).toEqual([
      ['www.publisher.example/robots.txt', undefined],
      ['www.publisher.example/api?x=1', token],
      ['www.publisher.example/api?x=1', undefined],
    ]);
  });

  it.each([
    ['another host of the site', 'https://storage.publisher.example/file'],
    ['another port', 'https://www.publisher.example:8443/file'],
    ['the same host without encryption', 'http://www.publisher.example/file'],
  ])('is left behind where a redirect leads to %s', async (_where, location) => {
    const site = await serveRedirect(location);
    await openFetcher({ via: site.origin, credentials: { publisher } }).get(asked);
    const sent = sentBy(site).filter(([, authorization]) => authorization !== undefined);
    expect(sent).toEqual([['www.publisher.example/api?x=1', token]]);
    expect(site.seen.at(-1)!.url).toBe('/file');
  });

  it('stays with a redirect within its origin', async () => {
    const site = await serveRedirect('/v5');
    await openFetcher({ via: site.origin, credentials: { publisher } }).get(asked);
    expect(sentBy(site).at(-1)).toEqual(['www.publisher.example/v5', token]);
  });

  it('is never sent to whom it does not belong', async () => {
    const site = await serveRedirect(null);
    await openFetcher({ via: site.origin, credentials: { publisher } }).get({
      ...asked,
      url: 'https://www.other.example/api',
    });
    expect(sentBy(site).every(([, authorization]) => authorization === undefined)).toBe(true);
  });

  it('that is missing is told with the way to get one, before anything is asked; a simulator wants none', async () => {
    const missing = { publisher: { ...publisher, authorization: null } };
    const fetcher = createFetcher({ userAgent, gate: createHostGate({ minIntervalMs: 0 }), credentials: missing });
    await expect(fetcher.get(asked)).rejects.toMatchObject({
      code: 'CREDENTIAL_MISSING',
      message: 'ask the publisher, and set VIGIL_X',
    });
    await expect(fetcher.get({ ...asked, credential: 'toString' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await fetcher.close();
    const site = await serveRedirect(null);
    expect((await openFetcher({ via: site.origin, credentials: missing }).get(asked)).status).toBe(200);
  });

  it('is in no error', async () => {
    const site = await serveSite((_request, response) => void response.destroy());
    const error: unknown = await openFetcher({ via: site.origin, credentials: { publisher } })
      .get(asked)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'FETCH_CONNECTION' });
    const inspected = (await import('node:util')).inspect(error, { depth: 10 });
    expect(inspected).not.toContain('never-shown');
  });
});
