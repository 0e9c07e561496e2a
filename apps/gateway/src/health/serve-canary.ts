import { beatAt } from '@vigil/sources';
import type { FastifyInstance } from 'fastify';

/** Serves `/canary`: the beat that the Source of that name reads. */
export function serveCanary(app: FastifyInstance): void {
  app.get('/canary', (_request, reply) => reply.header('cache-control', 'no-store').send(beatAt(Date.now())));
}
