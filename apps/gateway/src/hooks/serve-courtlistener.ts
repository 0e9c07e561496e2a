/**
 * Where CourtListener tells that a docket has new entries. It signs nothing, so that the address is the secret, and nothing
 * that comes is believed: an event only asks for a Check of what is watched anyhow, as politely as ever.
 */
import { watchedTargetsBy, type Database } from '@vigil/db';
import { asVigilError, VigilError } from '@vigil/errors';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { PublicError } from '../http/public-error.js';
import { docketsOfAlert } from './docket-alert.js';
import { RecentEvents } from './recent-events.js';

/** What the hook needs. */
export interface CourtListenerHookOptions {
  readonly db: Database;
  readonly checkNow: (targetId: string) => Promise<unknown>;
  readonly publicError: PublicError;
  /** The last part of the address. */
  readonly secret: string;
  readonly log: Logger;
}

/** Events hold the entries with all their documents. */
const longestBody = 4 * 1024 * 1024;
/** CourtListener waits for 3 s, and sends again what failed. */
const patienceMs = 2_000;
/** The header's UUID. */
const key = /^[\w-]{8,64}$/;

/** Serves `POST /hooks/courtlistener/SECRET`; any other secret is an address where there is nothing. */
export function serveCourtListenerHook(app: FastifyInstance, options: CourtListenerHookOptions): void {
  const { publicError, log } = options;
  const isSecret = secretTest(options.secret);
  const recent = new RecentEvents();
  const refuse = (reply: FastifyReply, status: number, error: VigilError): FastifyReply =>
    reply.code(status).send({ errors: [publicError(error)] });

  app.post<{ Params: { secret: string } }>(
    '/hooks/courtlistener/:secret',
    {
      bodyLimit: longestBody,
      // Before the body is read, so that whoever guesses learns nothing by it.
      onRequest: async (request, reply) => {
        if (!isSecret(request.params.secret)) reply.callNotFound();
      },
    },
    async (request, reply) => {
      const event = request.headers['idempotency-key'];
      if (typeof event !== 'string' || !key.test(event))
        return refuse(reply, 400, new VigilError('BAD_INPUT', 'no Idempotency-Key of an event'));
      if (recent.has(event)) return reply.code(204).send();
      let dockets: readonly string[];
      try {
        dockets = docketsOfAlert(request.body);
      } catch (error) {
        return refuse(reply, 400, error as VigilError);
      }
      const asked = dockets.length === 0 ? 0 : await withinPatience(askForChecks(options, dockets));
      // What was not done is sent again.
      if (asked instanceof Error) return refuse(reply, 503, asVigilError(asked));
      recent.add(event);
      log.info({ dockets: dockets.length, asked }, 'an event of CourtListener');
      return reply.code(204).send();
    },
  );
}

/** Asks for a Check of each watched Target of these dockets; how many these are. */
async function askForChecks({ db, checkNow }: CourtListenerHookOptions, dockets: readonly string[]): Promise<number> {
  const targets = await watchedTargetsBy(db, { source: 'courtlistener', parameter: 'docket', values: dockets });
  await Promise.all(targets.map(checkNow));
  return targets.length;
}

/** What comes of it, or its error; QUEUE_UNREACHABLE where it takes too long: it goes on, and comes to no harm when it is asked again. */
async function withinPatience<T>(work: Promise<T>): Promise<T | Error> {
  const settled = work.catch((error: unknown) => asVigilError(error));
  const late = new VigilError('QUEUE_UNREACHABLE', `no answer within ${patienceMs} ms`);
  return Promise.race([settled, delay(patienceMs, late, { ref: false })]);
}

/** In constant time, whatever the lengths. */
function secretTest(secret: string): (given: string) => boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const wanted = digest(secret);
  return (given) => timingSafeEqual(digest(given), wanted);
}
