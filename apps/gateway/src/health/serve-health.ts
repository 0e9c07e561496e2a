import type { Database } from '@vigil/db';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { setTimeout as delay } from 'node:timers/promises';

/** Who asks for health asks often, and wants an answer before the next time. Milliseconds. */
const patienceMs = 2_000;

/** What health is made of. */
export interface HealthOptions {
  readonly db: Database;
  readonly registry: Registry;
  /** Whether the gateway is closing: then nobody new should be sent to it. */
  readonly isDraining: () => boolean;
}

/**
 * Serves `/healthz` (the process answers), `/readyz` (new requests are welcome and the database answers, else 503 and
 * why) and `/metrics` (Prometheus' text format).
 */
export function serveHealth(app: FastifyInstance, { db, registry, isDraining }: HealthOptions): void {
  const whyUnready = async (): Promise<'draining' | 'database' | null> => {
    if (isDraining()) return 'draining';
    const answer = db.pool.query('SELECT 1').catch(() => null);
    return (await Promise.race([answer, delay(patienceMs, null, { ref: false })])) === null ? 'database' : null;
  };
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ alive: true }));
  app.get('/readyz', async (_request, reply) => {
    const why = await whyUnready();
    return reply
      .code(why === null ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(why === null ? { ready: true } : { ready: false, why });
  });
  app.get('/metrics', async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics()),
  );
}
