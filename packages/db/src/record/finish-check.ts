import type { Transaction } from '../transaction.js';
import type { CheckFacts } from './input.js';

/** How a Check ended. */
export interface CheckOutcome {
  readonly targetId: string;
  readonly outcome: 'NEWS' | 'NO_NEWS' | 'FAILED';
  readonly errorCode?: string;
  readonly message?: string;
  readonly statements?: number;
  readonly skipped?: number;
  readonly changes?: number;
  readonly captureId?: string | null;
}

/** Writes the one row of a Check; a Check that was killed before leaves none. */
export async function finishCheck(tx: Transaction, { id, startedAt }: CheckFacts, it: CheckOutcome): Promise<void> {
  await tx.query(
    `INSERT INTO "check" (id, target_id, started_at, finished_at, outcome, error_code, message, statements, skipped, changes, capture_id)
     VALUES ($1, $2, $3, clock_timestamp(), $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      it.targetId,
      startedAt,
      it.outcome,
      it.errorCode ?? null,
      it.message ?? null,
      it.statements ?? 0,
      it.skipped ?? 0,
      it.changes ?? 0,
      it.captureId ?? null,
    ],
  );
}
