import { VigilError } from '@vigil/errors';
import type { ReportError } from './check-queue.js';

/** The queue's server failed us: QUEUE_UNREACHABLE with the cause, or the error itself where it is one of ours. */
export function queueUnreachable(error: unknown): VigilError {
  if (error instanceof VigilError) return error;
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return new VigilError('QUEUE_UNREACHABLE', `the queue's server failed: ${reason}`, { cause: error });
}

const quietMs = 1_000;

/** Reports BullMQ's own errors, the same one at most once a second: an outage makes hundreds of them. */
export function queueErrorReporter(onError: ReportError): (error: unknown) => void {
  const reportedAt = new Map<string, number>();
  return (error) => {
    const known = queueUnreachable(error);
    const now = Date.now();
    if (now - (reportedAt.get(known.message) ?? -Infinity) < quietMs) return;
    for (const [message, at] of reportedAt) if (now - at >= quietMs) reportedAt.delete(message);
    reportedAt.set(known.message, now);
    onError(known, null);
  };
}
