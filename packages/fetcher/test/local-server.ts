/** Servers on free ports of this machine, stopped at the end of the test that started them. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createFetcher, createHostGate, type Fetcher, type FetcherOptions } from '../src/index.js';

/** One request as the server saw it; times are of the server's monotonic clock. */
export interface Seen {
  readonly host: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly startedAt: number;
  endedAt: number | null;
}

export interface LocalServer {
  readonly origin: string;
  readonly seen: Seen[];
}

export async function serve(listener: RequestListener): Promise<LocalServer> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { url = '', headers } = request;
    const entry: Seen = { host: headers.host ?? '', url, headers, startedAt: performance.now(), endedAt: null };
    seen.push(entry);
    for (const event of ['finish', 'close']) response.once(event, () => (entry.endedAt ??= performance.now()));
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** A site without robots.txt. */
export async function serveSite(
  page: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> {
  return serve((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else page(request, response);
  });
}

export const userAgent = 'VigilTest/1.0 (Example Watch; +https://watch.example/contact)';

/** A fetcher that does not wait between requests unless told to, closed at the end of the test. */
export function openFetcher(options: Partial<FetcherOptions>): Fetcher {
  const fetcher = createFetcher({ userAgent, gate: createHostGate({ minIntervalMs: 0 }), ...options });
  onTestFinished(async () => fetcher.close());
  return fetcher;
}

export const page = (path: string, host = 'ecf.court.example'): { readonly url: string; readonly accept: string } => ({
  url: `http://${host}${path}`,
  accept: 'text/html',
});
