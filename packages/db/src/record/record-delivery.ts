/** A Check that makes several Captures: each is recorded with how far the Check has come, so that a killed one goes on. */
import type { Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';
import { inTransaction } from '../transaction.js';
import { recordSight } from './coverage.js';
import { finishCheck } from './finish-check.js';
import type { CheckFacts, Recorded, RecordInput } from './input.js';
import { recordIn } from './record.js';

/** One of the Captures of a Check. */
export interface DeliveryInput extends Pick<RecordInput, 'capture' | 'skipped'> {
  readonly statements: NonNullable<RecordInput['statements']>;
  readonly checkId: string;
  /** From where the next look goes on. */
  readonly readTo: string;
}

/** Records a Capture of a Check that is under way, in one transaction. The same again changes nothing. */
export function recordDelivery(
  db: Database,
  { capture, statements, skipped, checkId, readTo }: DeliveryInput,
): Promise<Recorded> {
  return inTransaction(db.pool, async (tx) => {
    const recorded = await recordIn(tx, { capture, statements, skipped, ...ofNoCheck }, checkId);
    await tx.query('UPDATE target SET read_to = $2 WHERE id = $1', [capture.targetId, readTo]);
    return recorded;
  });
}

/** It is the Check as a whole that says when the Target could be seen. */
const ofNoCheck = { check: null, validators: { etag: null, lastModified: null }, windowMs: null } as const;

/** How a Check ended that saw all that there was. */
export interface FinishedLook {
  readonly check: CheckFacts;
  readonly targetId: string;
  /** When it ended, UTC. */
  readonly at: Instant;
  readonly readTo: string;
  readonly statements: number;
  readonly skipped: number;
  readonly changes: number;
  /** What was not read, and why; `null` where nothing was left out. */
  readonly message: string | null;
}

/** Records the end of a Check whose Captures are recorded: that the Target could be seen, and nothing was missed. */
export function finishLook(
  db: Database,
  { check, targetId, at, readTo, changes, message, ...counts }: FinishedLook,
): Promise<void> {
  return inTransaction(db.pool, async (tx) => {
    const { rows } = await tx.query<{ last_succeeded_at: Date | null }>(
      'SELECT last_succeeded_at FROM target WHERE id = $1 FOR UPDATE',
      [targetId],
    );
    const lastSeenAt = rows[0]?.last_succeeded_at?.toISOString() ?? null;
    // A clock that was set back cannot say more than the last look did.
    if (lastSeenAt === null || lastSeenAt <= at) await recordSight(tx, targetId, { at, lastSeenAt, unbroken: true });
    const outcome = changes > 0 ? 'NEWS' : 'NO_NEWS';
    await finishCheck(tx, check, { targetId, outcome, changes, ...counts, ...(message !== null && { message }) });
    await tx.query(
      `UPDATE target SET read_to = $2, last_checked_at = $3, last_succeeded_at = greatest(last_succeeded_at, $4), failures = 0,
         error_code = NULL, not_before = NULL WHERE id = $1`,
      [targetId, readTo, check.startedAt, at],
    );
  });
}
