import { mergeCase, type CaseFacts, type CaseStatement, type Sighted } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';

/** Writes the current facts of a Case, and its printed number as an alias. */
export async function writeCaseFacts(
  tx: Transaction,
  caseId: string,
  sighted: readonly Sighted<CaseStatement>[],
): Promise<void> {
  const facts: CaseFacts = mergeCase(sighted);
  await tx.query(
    `UPDATE "case" SET caption = coalesce($2, caption), printed_number = coalesce($3, printed_number), facts = $4
     WHERE id = $1 AND (caption IS DISTINCT FROM coalesce($2, caption) OR printed_number IS DISTINCT FROM coalesce($3, printed_number) OR facts IS DISTINCT FROM $4::jsonb)`,
    [caseId, facts.caption, facts.printedNumber, JSON.stringify(facts)],
  );
  if (facts.printedNumber === null) return;
  await tx.query(
    `INSERT INTO case_alias (court_id, kind, value, case_id) SELECT court_id, 'PRINTED', $2, id FROM "case" WHERE id = $1 ON CONFLICT DO NOTHING`,
    [caseId, facts.printedNumber],
  );
}
