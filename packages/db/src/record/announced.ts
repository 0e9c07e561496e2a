import { candidateIds, type Announced } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';

/** An id that readers may hold, with what is written of it now. */
export interface AnnouncedRow extends Announced {
  readonly caseId: string;
  /** Number of its latest revision. */
  readonly revision: number;
  readonly evidence: readonly string[];
  readonly keys: readonly string[];
}

/** What may have been announced: for each Case, its ids (its own first, then those that became it) and keys. */
export interface AnnouncedRequest {
  readonly caseIds: readonly [string, ...string[]];
  readonly keys: readonly string[];
}

/** The announced ids of each request, in the order asked. */
export async function loadAnnounced(
  tx: Transaction,
  requests: readonly AnnouncedRequest[],
): Promise<readonly (readonly AnnouncedRow[])[]> {
  const asked = requests.map(({ caseIds, keys }) =>
    caseIds.flatMap((caseId) => candidateIds([caseId], [...new Set(keys)]).map((id) => [caseId, id] as const)),
  );
  const { rows } = await tx.query<{
    case_id: string;
    id: string;
    revision: number;
    digest: string;
    evidence: string[];
    keys: string[];
    retracted: boolean;
    redirect: string | null;
  }>(
    `SELECT e.case_id, e.id, e.revision, e.digest, e.evidence, e.keys, e.retracted_at IS NOT NULL AS retracted, r.new_id AS redirect
     FROM unnest($1::uuid[], $2::uuid[]) AS w (case_id, id) JOIN event e USING (case_id, id)
     LEFT JOIN event_redirect r ON r.old_id = e.id AND r.recorded_to IS NULL`,
    [asked.flat().map(([caseId]) => caseId), asked.flat().map(([, id]) => id)],
  );
  const found = new Map(
    rows.map((row) => [
      row.id,
      {
        caseId: row.case_id,
        id: row.id,
        digest: row.retracted || row.redirect !== null ? null : row.digest,
        redirect: row.redirect,
        revision: row.revision,
        evidence: row.evidence,
        keys: row.keys,
      },
    ]),
  );
  return asked.map((pairs) => pairs.flatMap(([, id]) => found.get(id) ?? []));
}
