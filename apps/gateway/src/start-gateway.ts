import 'reflect-metadata'; // before any decorator runs
import { changeChannel, openDatabase } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { openChangeRelay } from '@vigil/queue';
import { isLoopback } from '@vigil/settings';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { ChangeFeed } from './changes/change-feed.js';
import type { Rooms } from './context/context.js';
import { GatewayMetrics } from './health/gateway-metrics.js';
import { hearCanary } from './health/hear-canary.js';
import { serveCanary } from './health/serve-canary.js';
import { serveHealth } from './health/serve-health.js';
import { serveCourtListenerHook } from './hooks/serve-courtlistener.js';
import { serveGraphiql } from './http/graphiql-page.js';
import { createHttpServer } from './http/http-server.js';
import { serveOperations } from './http/operations.js';
import { publicErrors } from './http/public-error.js';
import { serveSubscriptions } from './http/subscriptions.js';
import { buildSchema } from './schema/build-schema.js';
import { RecentMutations } from './watching/recent-mutations.js';

/** What a gateway runs on. */
export interface GatewayOptions extends Pick<Rooms, 'organisationId' | 'sources' | 'checkNow'> {
  readonly databaseUrl: string;
  /** Where scrapers tell of Changes; null: the database does. */
  readonly redisUrl: string | null;
  /** A loopback address, until there is sign-in. */
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Last part of the address at which CourtListener tells of news; `null` or absent: there is no such address. */
  readonly courtlistenerHookSecret?: string | null;
  /** Whether scrapers watch the beat: then this gateway tells how long ago it heard it. */
  readonly canary?: boolean;
  readonly log: Logger;
}

/** A gateway that serves. */
export interface Gateway {
  /** Address of the GraphiQL page; GraphQL is at `/graphql` below it, by HTTP and by WebSocket. */
  readonly url: string;
  /**
   * Is not ready from now on, tells subscribers to come back, then takes no more requests and finishes those it has
   * begun; cuts off who has not gone after `graceMs`.
   */
  close(graceMs: number): Promise<void>;
}

/**
 * Starts a gateway on a migrated database. Throws BAD_SETTING for an address that is not loopback or a port that
 * is taken, and what `openDatabase` throws.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { databaseUrl, redisUrl, host, port, organisationId, sources, checkNow, log } = options;
  const { courtlistenerHookSecret: secret = null, canary = false } = options;
  if (!isLoopback(host))
    throw new VigilError('BAD_SETTING', `VIGIL_HOST: got ${host}, wants a loopback address, until there is sign-in`);
  const onError = (error: unknown): void => log.warn({ err: error }, 'the log of changes could not be read');
  const db = await openDatabase({ url: databaseUrl });
  const publicError = publicErrors(log);
  const app = createHttpServer(publicError);
  try {
    const feed = await ChangeFeed.open({ db, onError });
    const rooms: Rooms = { db, feed, organisationId, sources, checkNow, recent: new RecentMutations() };
    const metrics = new GatewayMetrics(() => feed.followers - (canary ? 1 : 0));
    const ear = canary ? hearCanary({ db, feed, registry: metrics.registry }) : null;
    let draining = false;
    const serving = { schema: buildSchema(), rooms, publicError };
    await serveGraphiql(app);
    await serveOperations(app, serving);
    if (secret !== null) serveCourtListenerHook(app, { db, checkNow, publicError, secret, log });
    serveHealth(app, { db, registry: metrics.registry, isDraining: () => draining });
    serveCanary(app);
    const subscriptions = serveSubscriptions(app.server, { ...serving, metrics });
    await listen(app, host, port);
    const relay = openChangeRelay({
      databaseUrl,
      channel: changeChannel,
      redisUrl,
      onBell: () => feed.bell(),
      onError,
      onGap: (gap) => log.debug(gap, 'news of Changes went by unheard: the log has them'),
    });
    return {
      url: addressOf(app),
      close: async (graceMs) => {
        draining = true;
        const deadline = performance.now() + graceMs;
        await subscriptions.close(graceMs);
        const cut = setTimeout(() => app.server.closeAllConnections(), deadline - performance.now());
        await app.close();
        clearTimeout(cut);
        await relay.close();
        await ear?.close();
        await feed.close();
        await db.close();
      },
    };
  } catch (error) {
    await app.close();
    await db.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new VigilError('BAD_SETTING', `VIGIL_PORT: got ${port}, which another process has taken, wants a free port`, {
      cause: error,
    });
  }
}

function addressOf(app: FastifyInstance): string {
  const { address, family, port } = app.server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`;
}
