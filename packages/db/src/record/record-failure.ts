import type { VigilError } from '@vigil/errors';
import type { Database } from '../open-database.js';
import { inTransaction } from '../transaction.js';
import { recordBlindness } from './coverage.js';
import { finishCheck } from './finish-check.js';
import type { CaptureFacts, CheckFacts } from './input.js';
import { storeCapture } from './store-capture.js';

/** A Check that could not see. */
export interface FailureInput {
  readonly check: CheckFacts;
  readonly targetId: string;
  readonly error: VigilError;
  /** The bytes, where some came; kept as evidence of the failure. */
  readonly capture: CaptureFacts | null;
}

/**
 * Records a failed Check: the Capture (if any), the error, and Coverage; never an Event and never a
 * Sighting, so that what cannot be seen is not taken for gone.
 */
export function recordFailure(db: Database, { check, targetId, error, capture }: FailureInput): Promise<void> {
  return inTransaction(db.pool, async (tx) => {
    const { rows } = await tx.query<{ last_succeeded_at: Date | null }>(
      'SELECT last_succeeded_at FROM target WHERE id = $1 FOR UPDATE',
      [targetId],
    );
    const stored = capture && (await storeCapture(tx, capture, error.code));
    const since = rows[0]?.last_succeeded_at?.toISOString() ?? check.startedAt;
    await recordBlindness(tx, targetId, since, { code: error.code, message: error.message });
    await finishCheck(tx, check, {
      targetId,
      outcome: 'FAILED',
      errorCode: error.code,
      message: error.message,
      captureId: stored?.id ?? null,
    });
    await tx.query(
      `UPDATE target SET last_checked_at = $2, failures = failures + 1, error_code = $3,
         not_before = CASE WHEN $4::bigint IS NULL THEN not_before ELSE clock_timestamp() + $4::bigint * interval '1 millisecond' END WHERE id = $1`,
      [targetId, check.startedAt, error.code, error.retryAfterMs ?? null],
    );
  });
}
