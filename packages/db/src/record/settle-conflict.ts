import { VigilError } from '@vigil/errors';
import type { Database } from '../open-database.js';
import { inTransaction } from '../transaction.js';
import { mergeCases } from './merge-cases.js';
import { tell } from './record.js';

/** What a person found: the two Cases are one, or two after all. */
export type Settlement = 'SAME' | 'DISTINCT';

/**
 * Settles a conflict, once and for ever: of Cases that are the same the one that stood apart becomes the one that has the
 * court's id, and readers are told. Returns how many Changes that took. Throws NOT_FOUND, and BAD_INPUT where it is settled.
 */
export function settleConflict(
  db: Database,
  id: string,
  { as, reason }: { readonly as: Settlement; readonly reason: string | null },
): Promise<number> {
  return inTransaction(db.pool, async (tx) => {
    const { rows } = await tx.query<{ case_id: string; other_id: string; settled_as: Settlement | null }>(
      'SELECT case_id, other_id, settled_as FROM case_conflict WHERE id = $1 FOR UPDATE',
      [id],
    );
    const [row] = rows;
    if (!row) throw new VigilError('NOT_FOUND', `no conflict ${id}`);
    if (row.settled_as !== null)
      throw new VigilError('BAD_INPUT', `the conflict is settled already: ${row.settled_as}`);
    await tx.query(
      `UPDATE case_conflict SET settled_at = date_trunc('milliseconds', clock_timestamp()), settled_as = $2, reason = $3 WHERE id = $1`,
      [id, as, reason],
    );
    if (as === 'DISTINCT') return 0;
    const { rows: standing } = await tx.query<{ asked: string; id: string }>(
      'SELECT id AS asked, coalesce(merged_into, id) AS id FROM "case" WHERE id = ANY ($1::uuid[])',
      [[row.case_id, row.other_id]],
    );
    const now = new Map(standing.map(({ asked, id: is }) => [asked, is]));
    const [into, from] = [now.get(row.case_id)!, now.get(row.other_id)!];
    return from === into ? 0 : tell(tx, await mergeCases(tx, from, into), null);
  });
}
