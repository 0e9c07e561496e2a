import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startGateway } from '../src/index.js';
import { openTestGateway, type TestGateway } from './test-gateway.js';

describe('a gateway on loopback', () => {
  let gateway: TestGateway;
  let port: string;
  beforeAll(async () => {
    gateway = await openTestGateway();
    ({ port } = new URL(gateway.url));
  });
  afterAll(() => gateway.close());

  const post = (headers: Readonly<Record<string, string>>): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request(
        new URL('graphql', gateway.url),
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          response.resume();
          resolve(response.statusCode!);
        },
      );
      sent.on('error', reject);
      sent.end('{"query":"{ __typename }"}');
    });

  const open = (headers: Readonly<Record<string, string>>): Promise<number> =>
    new Promise((resolve) => {
      const { host, ...others } = headers;
      const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
        headers: { ...others, ...(host && { host }) },
      });
      socket.on('open', () => {
        socket.terminate();
        resolve(101);
      });
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode!));
      socket.on('error', () => undefined);
    });

  const foreign = (): readonly Readonly<Record<string, string>>[] => [
    { host: 'evil.example' },
    { host: `evil.example:${port}` },
    { host: `localhost.evil.example:${port}` },
    { host: `127.0.0.1.nip.io:${port}` },
    { host: '0.0.0.0' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `https://127.0.0.1:${port}` },
    { origin: 'http://127.0.0.1:1' },
    { origin: `http://localhost:${port}` },
  ];
  const own = (): readonly Readonly<Record<string, string>>[] => [
    {},
    { host: `localhost:${port}` },
    { host: `[::1]:${port}` },
    { host: 'localhost:8080', origin: 'http://localhost:8080' },
    { origin: `http://127.0.0.1:${port}` },
  ];

  it('answers under its own names, and to its own page', async () => {
    for (const headers of own())
      expect([headers, await post(headers), await open(headers)]).toEqual([headers, 200, 101]);
  });

  it('refuses a foreign Host and a foreign Origin, over HTTP and over WebSocket', async () => {
    for (const headers of foreign())
      expect([headers, await post(headers), await open(headers)]).toEqual([headers, 403, 403]);
  });

  it('says in what form it refuses', async () => {
    const response = await gateway.post('{"query":"{ __typename }"}', { origin: 'https://evil.example' });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'ORIGIN_REFUSED' } }] });
  });

  it('does not start on an address that others can reach', async () => {
    const options = { databaseUrl: gateway.databaseUrl, host: '0.0.0.0', port: 0 } as Parameters<
      typeof startGateway
    >[0];
    await expect(startGateway(options)).rejects.toMatchObject({ code: 'BAD_SETTING' });
  });
});
