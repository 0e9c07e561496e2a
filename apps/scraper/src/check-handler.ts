import { asVigilError, VigilError, type ErrorDetails } from '@vigil/errors';
import { runCheck, type CheckResult, type Rooms } from '@vigil/intake';
import type { CheckHandler } from '@vigil/queue';
import { note, traced, traceOfLog } from '@vigil/telemetry';
import type { Logger } from 'pino';
import { entryLags } from './health/entry-lags.js';
import type { ScraperMetrics } from './health/scraper-metrics.js';

/**
 * Runs a Check for the queue; what it throws tells the queue when to run it again. Its id, which its record and its
 * Changes bear, is `check` in the log and in the details of what is thrown, beside the `trace_id` of its spans if any.
 */
export function checkHandler(rooms: Rooms, metrics: ScraperMetrics, log: Logger): CheckHandler {
  const handle: CheckHandler = async ({ targetId, signal, attempt }) => {
    const started = performance.now();
    note({ 'vigil.target.id': targetId });
    const ended = (source: string, outcome: string): void => {
      metrics.checkEnded({ source, outcome, seconds: (performance.now() - started) / 1_000 });
      note({ 'vigil.outcome': outcome });
    };
    let result: CheckResult;
    try {
      result = await runCheck(rooms, targetId, signal);
    } catch (error) {
      ended('', signal.aborted ? 'ABORTED' : asVigilError(error).code);
      throw traceable(asVigilError(error));
    }
    const { source, outcome } = result;
    ended(source, outcome === 'FAILED' ? result.error.code : outcome);
    if (outcome === 'NOT_YET') throw new VigilError('FETCH_RATE_LIMITED', undefined, { retryAfterMs: result.waitMs });
    const { checkId } = result;
    if (outcome === 'FAILED') throw traceable(result.error, { check: checkId }); // the queue reports it
    note({ 'vigil.changes': result.changes });
    const ms = Math.round(performance.now() - started);
    const about = { check: checkId, target: targetId, source, attempt, ms, changes: result.changes };
    log.info(about, outcome === 'NEWS' ? 'news' : 'no news');
    if (outcome === 'NO_NEWS') return;
    try {
      for (const lag of await entryLags(rooms.db, result)) metrics.entryRecorded(lag);
    } catch (error) {
      // The Check is recorded: what is lost is a figure, and no reason to run it again.
      log.warn({ check: checkId, err: error }, 'the lag of new entries could not be read');
    }
  };
  return (check) => traced('vigil.check', () => handle(check));
}

/** The queue reports it outside of the Check's span: its log line finds here what leads to both. */
const traceable = ({ code, message, details, retryAfterMs, cause }: VigilError, about: ErrorDetails = {}): VigilError =>
  new VigilError(code, message, {
    cause,
    details: { ...details, ...about, ...traceOfLog() },
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
