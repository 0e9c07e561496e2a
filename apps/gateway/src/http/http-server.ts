import { VigilError } from '@vigil/errors';
import { isOwnAddress } from '@vigil/settings';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { PublicError } from './public-error.js';

const longestBody = 256 * 1024;
/** As long as an address can be: what is longer than Fastify's own 100 would be told apart from what is not there. */
const longestPart = 16 * 1024;

/** Makes the HTTP server: who may ask, how much, and what an error looks like. */
export function createHttpServer(publicError: PublicError): FastifyInstance {
  const app = Fastify({
    bodyLimit: longestBody,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: longestPart },
  });
  const nothingHere = (reply: FastifyReply): FastifyReply =>
    reply.code(404).send({ errors: [publicError(new VigilError('NOT_FOUND', 'there is nothing at this address'))] });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    if (!isOwnAddress(request.headers))
      void reply.code(403).send({ errors: [publicError(new VigilError('ORIGIN_REFUSED'))] });
    // Without a look at its body, which could be anything.
    else if (request.is404) void nothingHere(reply);
    else done();
  });
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    // A connection that is kept alive would keep the server open.
    if (closing) reply.header('connection', 'close');
    done();
  });
  app.setNotFoundHandler((_request, reply) => nothingHere(reply));
  app.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error);
    const told = status < 500 && error instanceof Error ? new VigilError('BAD_INPUT', error.message) : error;
    return reply.code(status).send({ errors: [publicError(told)] });
  });
  return app;
}

/** Fastify's own errors say their status: 413 for a body that is too large, 415 for one of a wrong type. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : Number.NaN;
  return status >= 400 && status < 600 ? status : 500;
}
