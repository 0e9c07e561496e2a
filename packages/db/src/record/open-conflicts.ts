import { hashId, type CaseRef } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';

/** That a court's id of one Case came with the number of another docket. */
export interface FoundConflict {
  readonly ref: CaseRef;
  /** How the page that said so calls the case. */
  readonly caption: string | null;
  /** The Case that has the id. */
  readonly holder: string;
  /** The Case under which what was said is kept meanwhile. */
  readonly apart: string;
}

/** Opens conflicts for a person to settle; one that was opened before, or settled, stays as it is. */
export async function openConflicts(tx: Transaction, found: readonly FoundConflict[]): Promise<void> {
  if (found.length === 0) return;
  await tx.query(
    `INSERT INTO case_conflict (id, court_id, pacer_case_id, case_id, other_id, said)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::jsonb[]) ON CONFLICT DO NOTHING`,
    [
      found.map(({ holder, apart }) => hashId('case conflict', holder, apart)),
      found.map(({ ref }) => ref.court),
      found.map(({ ref }) => ref.caseId),
      found.map(({ holder }) => holder),
      found.map(({ apart }) => apart),
      found.map(({ ref, caption }) => JSON.stringify({ docketNumber: ref.docketNumber, caption })),
    ],
  );
}
