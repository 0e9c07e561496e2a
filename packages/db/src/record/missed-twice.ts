import type { Transaction } from '../transaction.js';
import type { CaptureFacts } from './input.js';
import type { StoredCapture } from './store-capture.js';
import type { SightingChanges } from './update-sightings.js';

/**
 * What a Capture that lists everything may show to be gone: Observations whose run ended before it, with at most one other
 * such Capture in between. Of a Capture that need not list everything: none.
 */
export async function missedTwice(
  tx: Transaction,
  { targetId, completeness }: CaptureFacts,
  { key }: StoredCapture,
): Promise<SightingChanges['touched']> {
  if (completeness !== 'COMPLETE') return [];
  const { rows } = await tx.query<{ case_id: string; observation_id: string }>(
    `SELECT DISTINCT case_id, observation_id FROM sighting
     WHERE target_id = $1 AND superseded_at IS NULL AND last_capture < $2 AND last_capture >= coalesce((
       SELECT key FROM capture WHERE target_id = $1 AND key < $2 AND completeness = 'COMPLETE' AND error_code IS NULL
       ORDER BY key DESC OFFSET 1 LIMIT 1), '')`,
    [targetId, key],
  );
  return rows.map((row) => ({ caseId: row.case_id, observationId: row.observation_id }));
}
