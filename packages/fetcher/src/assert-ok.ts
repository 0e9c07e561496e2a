import { VigilError, type ErrorCode } from '@vigil/errors';
import type { Fetched } from './fetched.js';
import { retryAfterMs } from './retry-after.js';
import { placeOf } from './web-address.js';

function codeOf(status: number): ErrorCode {
  if (status === 429) return 'FETCH_RATE_LIMITED';
  if (status >= 500) return 'FETCH_UNAVAILABLE';
  if (status === 404 || status === 410) return 'FETCH_NOT_FOUND';
  if (status === 401 || status === 403) return 'FETCH_FORBIDDEN';
  return 'FETCH_HTTP_STATUS';
}

/**
 * Judges the status of an answer, after it was archived: returns for 200 and for an expected 304, and throws for
 * every other FETCH_RATE_LIMITED, FETCH_UNAVAILABLE (both with `retryAfterMs` where the publisher said it),
 * FETCH_NOT_FOUND, FETCH_FORBIDDEN or FETCH_HTTP_STATUS.
 */
export function assertOk(fetched: Fetched): void {
  if (fetched.status === 200 || fetched.notModified) return;
  const code = codeOf(fetched.status);
  const wait =
    code === 'FETCH_RATE_LIMITED' || code === 'FETCH_UNAVAILABLE'
      ? retryAfterMs(fetched.headers, Date.parse(fetched.receivedAt))
      : null;
  throw new VigilError(code, `${placeOf(new URL(fetched.finalUrl))} answered with status ${fetched.status}`, {
    details: { status: fetched.status },
    ...(wait === null ? {} : { retryAfterMs: wait }),
  });
}
