import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openFetcher, page, serveSite } from './local-server.js';

async function serveRaw(answer: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a publisher that does not answer in time', () => {
  it('is FETCH_TIMEOUT when it hangs before the headers', async () => {
    const site = await serveSite(() => undefined);
    const fetcher = openFetcher({ via: site.origin, limits: { headersMs: 300 } });
    await expect(fetcher.get(page('/hang'))).rejects.toMatchObject({ code: 'FETCH_TIMEOUT', policy: 'retry' });
  });

  it('is FETCH_TIMEOUT when it drips a byte at a time past the whole time', async () => {
    const site = await serveSite((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(drip));
    });
    const fetcher = openFetcher({ via: site.origin, limits: { wholeMs: 400 } });
    const startedAt = performance.now();
    await expect(fetcher.get(page('/drip'))).rejects.toMatchObject({ code: 'FETCH_TIMEOUT' });
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });

  it('lets go of the connection', async () => {
    const site = await serveSite((_request, response) => void response.writeHead(200).write('.'));
    const fetcher = openFetcher({ via: site.origin, limits: { wholeMs: 200 } });
    await expect(fetcher.get(page('/'))).rejects.toMatchObject({ code: 'FETCH_TIMEOUT' });
    await expect.poll(() => site.seen.at(-1)?.endedAt).toBeTypeOf('number');
  });
});

describe('a connection that fails', () => {
  it('makes the rules unreadable, so the page is not asked for', async () => {
    const closed = 'http://127.0.0.1:1';
    await expect(openFetcher({ via: closed }).get(page('/'))).rejects.toMatchObject({
      code: 'FETCH_UNAVAILABLE',
      cause: { code: 'FETCH_CONNECTION' },
    });
  });

  it('is FETCH_CONNECTION when it breaks before the answer', async () => {
    const site = await serveSite((request) => void request.socket.destroy());
    await expect(openFetcher({ via: site.origin }).get(page('/'))).rejects.toMatchObject({ code: 'FETCH_CONNECTION' });
  });

  it('is FETCH_CONNECTION when what answers does not speak HTTP', async () => {
    const via = await serveRaw('SSH-2.0-nothing\r\n\r\n');
    await expect(openFetcher({ via }).get(page('/'))).rejects.toMatchObject({ cause: { code: 'FETCH_CONNECTION' } });
  });

  it('is FETCH_TOO_LARGE when the headers never end', async () => {
    const via = await serveRaw(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`);
    await expect(openFetcher({ via }).get(page('/'))).rejects.toMatchObject({ cause: { code: 'FETCH_TOO_LARGE' } });
  });
});

describe('an aborted request', () => {
  it('rejects with the reason of its signal, and ends at the server', async () => {
    const site = await serveSite(() => undefined);
    const fetcher = openFetcher({ via: site.origin });
    const controller = new AbortController();
    const got = fetcher.get(page('/hang'), { signal: controller.signal });
    await expect.poll(() => site.seen.length).toBe(2);
    const reason = new Error('no longer wanted');
    controller.abort(reason);
    await expect(got).rejects.toBe(reason);
    await expect.poll(() => site.seen.at(-1)?.endedAt).toBeTypeOf('number');
  });

  it('is never sent when it was aborted before', async () => {
    const site = await serveSite((_request, response) => void response.end());
    const fetcher = openFetcher({ via: site.origin });
    await expect(fetcher.get(page('/'), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(site.seen).toHaveLength(0);
  });

  it('rejects with an AbortError when the fetcher closes, as do those that wait', async () => {
    const site = await serveSite(() => undefined);
    const fetcher = openFetcher({ via: site.origin });
    const all = Promise.allSettled([fetcher.get(page('/a')), fetcher.get(page('/b')), fetcher.get(page('/c'))]);
    await expect.poll(() => site.seen.length).toBe(2);
    await fetcher.close();
    for (const { status, reason } of (await all) as PromiseRejectedResult[])
      expect([status, (reason as Error).name]).toEqual(['rejected', 'AbortError']);
    expect(site.seen).toHaveLength(2);
  });
});
