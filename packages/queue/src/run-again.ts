import type { VigilError } from '@vigil/errors';

const firstMs = 5_000;
const longestMs = 3_600_000;
const mostRetries = 3;

/**
 * How many milliseconds after its failure a Check runs again, or null where it waits for its next
 * period. Retry-After is a lower bound: a publisher that always says "in a second" is not asked each second.
 */
export function runAgainAfterMs(error: VigilError, attempt: number): number | null {
  const backOffMs = Math.min(firstMs * 2 ** (attempt - 1), longestMs);
  if (error.retryAfterMs !== undefined) return Math.max(error.retryAfterMs, backOffMs);
  return error.policy === 'retry' && attempt <= mostRetries ? backOffMs : null;
}
