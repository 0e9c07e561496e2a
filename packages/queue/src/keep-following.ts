import type { VigilError } from '@vigil/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportError } from './check-queue.js';

/**
 * Follows something over one connection. Calls `onFollowing` once nothing can be missed any more. Returns when
 * `closing` aborts; throws when the connection could not be made or was lost.
 */
export type Follow = (onFollowing: () => void, closing: AbortSignal) => Promise<void>;

const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** Follows over one connection after the other, with back-off, until `closing` aborts. */
export async function keepFollowing(
  follow: Follow,
  { asError, onError }: { readonly asError: (reason: unknown) => VigilError; readonly onError: ReportError },
  closing: AbortSignal,
): Promise<void> {
  let pauseMs = firstPauseMs;
  while (!closing.aborted) {
    try {
      await follow(() => (pauseMs = firstPauseMs), closing);
    } catch (error) {
      if (closing.aborted) return; // its connection was let go
      onError(asError(error), null);
      await sleep(pauseMs, undefined, { signal: closing }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }
}
