/** The one place where what was seen becomes what is told, in one transaction. */
import type { Database } from '../open-database.js';
import { inTransaction, type Transaction } from '../transaction.js';
import { announce } from './announce.js';
import { writeCaseFacts } from './case-facts.js';
import { loadComponents } from './component.js';
import { recordSight } from './coverage.js';
import { finishCheck } from './finish-check.js';
import type { Recorded, RecordInput } from './input.js';
import { mergeComponents } from './merge-components.js';
import { missedTwice } from './missed-twice.js';
import { storeCapture, type StoredCapture } from './store-capture.js';
import { storeObservations } from './store-observations.js';
import { updateSightings, type SightingChanges } from './update-sightings.js';

const nothing: SightingChanges = { touched: [], overlaps: true, previousHeld: true };

/**
 * Records a healthy reading: inserts its Observations, re-merges what they touch, writes Event
 * revisions and appends Changes. Recording the same Capture again changes nothing; whatever the
 * order in which Captures are recorded, the Events end the same.
 */
export function record(db: Database, input: RecordInput): Promise<Recorded> {
  return inTransaction(db.pool, (tx) => recordIn(tx, input));
}

/** `record`, within a transaction of the caller's. Its Changes bear the id of the Check, or the one given. */
export async function recordIn(
  tx: Transaction,
  input: RecordInput,
  checkId: string | null = input.check?.id ?? null,
): Promise<Recorded> {
  const target = await lockTarget(tx, input.capture.targetId);
  const stored = await storeCapture(tx, input.capture, null);
  if (!stored.isNew) return { changes: 0, captureId: stored.id, isNew: false };
  const latest = target.lastCapture === null || stored.key > target.lastCapture;
  if (latest) await setLatest(tx, input, stored.key);
  const seen = await readStatements(tx, input, stored);
  const changes = await tell(tx, [...seen.touched, ...(await missedTwice(tx, input.capture, stored))], checkId);
  await recordAttempt(tx, input, { stored, seen, lastSeenAt: target.lastSucceededAt, changes });
  return { changes, captureId: stored.id, isNew: true };
}

async function lockTarget(
  tx: Transaction,
  targetId: string,
): Promise<{ lastCapture: string | null; lastSucceededAt: Date | null }> {
  const { rows } = await tx.query<{ last_capture: string | null; last_succeeded_at: Date | null }>(
    'SELECT last_capture, last_succeeded_at FROM target WHERE id = $1 FOR UPDATE',
    [targetId],
  );
  const row = rows[0];
  if (!row) throw new TypeError(`no target ${targetId}`);
  return { lastCapture: row.last_capture, lastSucceededAt: row.last_succeeded_at };
}

/** Validators are those of the latest Capture, and of no other: "not modified" means "as that one". */
async function setLatest(tx: Transaction, { capture, validators }: RecordInput, key: string): Promise<void> {
  await tx.query(
    'UPDATE target SET last_capture = $2, last_body_sha256 = $3, etag = $4, last_modified = $5 WHERE id = $1',
    [capture.targetId, key, capture.body.sha256, validators.etag, validators.lastModified],
  );
}

/** The same bytes say the same: the runs that are open stay open, and nothing is written. */
async function readStatements(
  tx: Transaction,
  { capture, statements }: RecordInput,
  stored: StoredCapture,
): Promise<SightingChanges> {
  if (statements === null || (stored.sameAsPrevious && stored.next === null)) return nothing;
  const placed = statements.length === 0 ? [] : await storeObservations(tx, capture.source, statements);
  return updateSightings(tx, capture, stored, placed);
}

/** Merges anew what was touched, and tells readers what that changed. Call it last in a transaction. Returns how many Changes. */
export async function tell(
  tx: Transaction,
  touched: SightingChanges['touched'],
  checkId: string | null,
): Promise<number> {
  if (touched.length === 0) return 0;
  // One merge at a time for a Case; in order of id, so that two records cannot wait for each other.
  const caseIds = [...new Set(touched.map(({ caseId }) => caseId))].sort();
  const { rows } = await tx.query<{ id: string; court_id: string }>(
    'SELECT id, court_id FROM "case" WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE',
    [caseIds],
  );
  const courts = new Map(rows.map((row) => [row.id, row.court_id]));
  const components = await loadComponents(tx, touched);
  await writeCaseFacts(tx, components);
  const steps = await mergeComponents(tx, components, courts);
  return announce(tx, steps, checkId);
}

interface Attempt {
  readonly stored: StoredCapture;
  readonly seen: SightingChanges;
  readonly lastSeenAt: Date | null;
  readonly changes: number;
}

/** An import says nothing about when the publisher could be seen; a Check does. */
async function recordAttempt(
  tx: Transaction,
  input: RecordInput,
  { stored, seen, lastSeenAt, changes }: Attempt,
): Promise<void> {
  const { check, capture, windowMs } = input;
  if (!check) return;
  const elapsed = lastSeenAt === null ? 0 : Date.parse(capture.capturedAt) - lastSeenAt.getTime();
  const unbroken = windowMs === null || seen.overlaps || (!seen.previousHeld && elapsed < windowMs);
  // A clock that was set back makes a look older than the last; it cannot say more than that one did.
  if (elapsed >= 0)
    await recordSight(tx, capture.targetId, {
      at: capture.capturedAt,
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      unbroken,
    });
  await finishCheck(tx, check, {
    targetId: capture.targetId,
    outcome: changes > 0 ? 'NEWS' : 'NO_NEWS',
    statements: input.statements?.length ?? 0,
    skipped: input.skipped,
    changes,
    captureId: stored.id,
  });
  await tx.query(
    `UPDATE target SET last_checked_at = $2, last_succeeded_at = greatest(last_succeeded_at, $3), failures = 0, error_code = NULL, not_before = NULL
     WHERE id = $1`,
    [capture.targetId, check.startedAt, capture.capturedAt],
  );
}
