import { VigilError } from '@vigil/errors';
import { isOwnAddress } from '@vigil/settings';
import type { Registry } from 'prom-client';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Why a scraper takes no Checks. */
export type Unready = 'starting' | 'draining' | 'database' | 'queue';

/** What is told, and where. */
export interface HealthOptions {
  /** A loopback address, until there is sign-in. */
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly registry: Registry;
  /** `null` where all is well. Must not throw. */
  readonly whyUnready: () => Promise<Unready | null>;
}

/** A server of health and metrics. */
export interface HealthServer {
  /** The root; `healthz`, `readyz` and `metrics` are below it. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` (the process answers), `/readyz` (it takes Checks, else 503 and why) and `/metrics` (Prometheus' text
 * format). Throws BAD_SETTING for a port that is taken.
 */
export async function serveHealth(options: HealthOptions): Promise<HealthServer> {
  const { host, port } = options;
  const server = createServer((request, response) => void answer(options, request, response));
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new VigilError(
      'BAD_SETTING',
      `VIGIL_SCRAPER_PORT: got ${port}, which another process has taken, wants a free port`,
      { cause: error },
    );
  }
  const { address, family, port: ownPort } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${ownPort}/`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  { registry, whyUnready }: HealthOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body: string, type = 'application/json; charset=utf-8'): void => {
    response.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (!isOwnAddress(request.headers)) return send(403, '{"error":"ORIGIN_REFUSED"}');
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, '{"error":"BAD_INPUT"}');
  switch (request.url ?? '') {
    case '/healthz':
      return send(200, '{"alive":true}');
    case '/readyz': {
      const why = await whyUnready();
      return why === null ? send(200, '{"ready":true}') : send(503, JSON.stringify({ ready: false, why }));
    }
    case '/metrics':
      return send(200, await registry.metrics(), registry.contentType);
    default:
      return send(404, '{"error":"NOT_FOUND"}');
  }
}
