import { VigilError } from '@vigil/errors';
import { runCheck, type Rooms } from '@vigil/intake';
import type { CheckHandler } from '@vigil/queue';
import type { Logger } from 'pino';

/** Runs a Check for the queue; what it throws tells the queue when to run it again. */
export function checkHandler(rooms: Rooms, log: Logger): CheckHandler {
  return async ({ targetId, signal, attempt }) => {
    const started = rooms.now();
    const result = await runCheck(rooms, targetId, signal);
    const about = { target: targetId, attempt, ms: rooms.now() - started };
    if (result.outcome === 'NOT_YET')
      throw new VigilError('FETCH_RATE_LIMITED', undefined, { retryAfterMs: result.waitMs });
    if (result.outcome === 'FAILED') throw result.error; // the queue reports it
    log.info({ ...about, changes: result.changes }, result.outcome === 'NEWS' ? 'news' : 'no news');
  };
}
