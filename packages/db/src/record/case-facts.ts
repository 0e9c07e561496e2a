import { mergeCase } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';
import type { Component } from './component.js';

/** Writes the current facts of Cases, and every form in which their numbers were printed as aliases. */
export async function writeCaseFacts(tx: Transaction, components: readonly Component[]): Promise<void> {
  const told = components
    .filter(({ facts }) => facts.length > 0)
    .map(({ caseId, facts }) => ({
      id: caseId,
      facts: mergeCase(facts),
      forms: [...new Set(facts.flatMap(({ observation }) => observation.content.printedNumber ?? []))],
    }));
  if (told.length === 0) return;
  const rows = JSON.stringify(
    told.map(({ id, facts, forms }) => ({ id, caption: facts.caption, printed: facts.printedNumber, facts, forms })),
  );
  await tx.query(
    `UPDATE "case" c SET caption = coalesce(t.caption, c.caption), printed_number = coalesce(t.printed, c.printed_number), facts = t.facts
     FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, caption text, printed text, facts jsonb) WHERE c.id = t.id AND c.facts IS DISTINCT FROM t.facts`,
    [rows],
  );
  await tx.query(
    `INSERT INTO case_alias (court_id, kind, value, case_id) SELECT c.court_id, 'PRINTED', printed, c.id
     FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, forms jsonb) CROSS JOIN LATERAL jsonb_array_elements_text(t.forms) AS f (printed)
     JOIN "case" c ON c.id = t.id ON CONFLICT DO NOTHING`,
    [rows],
  );
}
