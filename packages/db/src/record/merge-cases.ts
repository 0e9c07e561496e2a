import type { Transaction } from '../transaction.js';
import type { SightingChanges } from './update-sightings.js';

/**
 * Makes one Case of two: what was said of `from` is said of `into` from now on, and its names lead there. Returns what is
 * to be merged anew. Its Events are told to be those of `into` by that merge.
 */
export async function mergeCases(tx: Transaction, from: string, into: string): Promise<SightingChanges['touched']> {
  await tx.query('SELECT FROM "case" WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [[from, into]]);
  await tx.query('UPDATE "case" SET merged_into = $2 WHERE id = $1 OR merged_into = $1', [from, into]);
  // What both were told of already stays where it is: it says the same there.
  await tx.query(
    `UPDATE observation o SET case_id = $2 WHERE case_id = $1 AND NOT EXISTS (SELECT FROM observation k WHERE k.case_id = $2 AND k.id = o.id)`,
    [from, into],
  );
  await tx.query(
    `UPDATE observation_key o SET case_id = $2 WHERE case_id = $1
       AND NOT EXISTS (SELECT FROM observation_key k WHERE k.case_id = $2 AND k.key = o.key AND k.observation_id = o.observation_id)`,
    [from, into],
  );
  await tx.query(
    `UPDATE case_alias a SET case_id = $2 WHERE case_id = $1
       AND NOT EXISTS (SELECT FROM case_alias k WHERE k.case_id = $2 AND k.court_id = a.court_id AND k.kind = a.kind AND k.value = a.value)`,
    [from, into],
  );
  await tx.query(
    `DELETE FROM sighting s USING sighting k WHERE s.case_id = $1 AND k.case_id = $2 AND k.observation_id = s.observation_id
       AND k.target_id = s.target_id AND k.first_capture = s.first_capture AND k.source_version = s.source_version`,
    [from, into],
  );
  const { rows } = await tx.query<{ observation_id: string }>(
    'UPDATE sighting SET case_id = $2 WHERE case_id = $1 RETURNING observation_id',
    [from, into],
  );
  return [...new Set(rows.map((row) => row.observation_id))].map((observationId) => ({ caseId: into, observationId }));
}
