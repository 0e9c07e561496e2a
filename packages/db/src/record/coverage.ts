/** When a Target could be seen. Half-open intervals; at most one is open. */
import { hashId, type Instant } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';

interface OpenInterval {
  readonly id: string;
  readonly state: 'SEEING' | 'BLIND';
  readonly from_at: Date;
}

/** What is known when a reading is healthy. */
export interface Sight {
  readonly at: Instant;
  /** When the Target was last seen before, or `null`. */
  readonly lastSeenAt: Instant | null;
  /** True where nothing can have come and gone unseen since then. */
  readonly unbroken: boolean;
}

/** A healthy reading ends blindness; what may have come and gone meanwhile is said as a gap. */
export async function recordSight(
  tx: Transaction,
  targetId: string,
  { at, lastSeenAt, unbroken }: Sight,
): Promise<void> {
  const open = await openInterval(tx, targetId);
  if (open?.state === 'SEEING') {
    if (unbroken || lastSeenAt === null) return;
    await close(tx, open, lastSeenAt, null);
    await insert(tx, targetId, {
      state: 'BLIND',
      reason: 'NO_OVERLAP',
      message: 'The reading shares nothing with the one before: entries may have come and gone unseen.',
      from: lastSeenAt,
      to: at,
      recovered: false,
    });
  } else if (open) {
    await close(tx, open, at, unbroken);
  }
  await insert(tx, targetId, { state: 'SEEING', reason: null, message: null, from: at, to: null, recovered: null });
}

/** A failed look: blind since the Target was last seen, or since the first try. */
export async function recordBlindness(
  tx: Transaction,
  targetId: string,
  since: Instant,
  why: { readonly code: string; readonly message: string },
): Promise<void> {
  const open = await openInterval(tx, targetId);
  if (open?.state === 'BLIND') {
    await tx.query('UPDATE coverage SET reason = $2, message = $3 WHERE id = $1', [open.id, why.code, why.message]);
    return;
  }
  if (open) await close(tx, open, since, null);
  await insert(tx, targetId, {
    state: 'BLIND',
    reason: why.code,
    message: why.message,
    from: since,
    to: null,
    recovered: null,
  });
}

async function openInterval(tx: Transaction, targetId: string): Promise<OpenInterval | undefined> {
  const { rows } = await tx.query<OpenInterval>(
    'SELECT id, state, from_at FROM coverage WHERE target_id = $1 AND to_at IS NULL',
    [targetId],
  );
  return rows[0];
}

async function close(tx: Transaction, open: OpenInterval, at: Instant, recovered: boolean | null): Promise<void> {
  await tx.query('UPDATE coverage SET to_at = greatest(from_at, $2), recovered = $3 WHERE id = $1', [
    open.id,
    at,
    recovered,
  ]);
}

interface NewInterval {
  readonly state: 'SEEING' | 'BLIND';
  readonly reason: string | null;
  readonly message: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly recovered: boolean | null;
}

async function insert(tx: Transaction, targetId: string, it: NewInterval): Promise<void> {
  await tx.query(
    `INSERT INTO coverage (id, target_id, state, reason, message, from_at, to_at, recovered) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      hashId('coverage', targetId, it.state, it.from, it.to ?? ''),
      targetId,
      it.state,
      it.reason,
      it.message,
      it.from,
      it.to,
      it.recovered,
    ],
  );
}
