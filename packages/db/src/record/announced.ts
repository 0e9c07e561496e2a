import { candidateIds, type Announced, type MergedEvent } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';

/** An id that readers may hold, with what is written of it now. */
export interface AnnouncedRow extends Announced {
  readonly caseId: string;
  /** Number of its latest revision. */
  readonly revision: number;
  readonly evidence: readonly string[];
  readonly keys: readonly string[];
  readonly occurredMs: number;
}

/** The ids that were announced for any key of the component, of the Case and those that became it. */
export async function loadAnnounced(
  tx: Transaction,
  caseIds: readonly string[],
  merged: readonly MergedEvent[],
  allKeys: readonly string[],
): Promise<readonly AnnouncedRow[]> {
  const keys = [...new Set([...allKeys, ...merged.flatMap((event) => event.keys)])];
  const pairs = caseIds.flatMap((caseId) => candidateIds([caseId], keys).map((id) => [caseId, id] as const));
  const { rows } = await tx.query<{
    case_id: string;
    id: string;
    revision: number;
    digest: string;
    evidence: string[];
    keys: string[];
    occurred_ms: string;
    retracted: boolean;
    redirect: string | null;
  }>(
    `SELECT e.case_id, e.id, e.revision, e.digest, e.evidence, e.keys, e.occurred_ms, e.retracted_at IS NOT NULL AS retracted, r.new_id AS redirect
     FROM unnest($1::uuid[], $2::uuid[]) AS w (case_id, id) JOIN event e USING (case_id, id)
     LEFT JOIN event_redirect r ON r.old_id = e.id AND r.recorded_to IS NULL`,
    [pairs.map(([caseId]) => caseId), pairs.map(([, id]) => id)],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    id: row.id,
    digest: row.retracted || row.redirect !== null ? null : row.digest,
    redirect: row.redirect,
    revision: row.revision,
    evidence: row.evidence,
    keys: row.keys,
    occurredMs: Number(row.occurred_ms),
  }));
}
