import { observe, type Observation, type Statement } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';
import { refKey, resolveCases } from './resolve-cases.js';

/** An Observation with the Case it was found to speak of. */
export interface PlacedObservation {
  readonly caseId: string;
  readonly observation: Observation;
}

/** Statements about the Case as a whole are found by this key. */
export const caseFactsKey = 'case';

/** The keys by which an Observation is found. */
export function lookupKeys(observation: Observation): readonly string[] {
  return observation.kind === 'case' ? [caseFactsKey] : observation.keys;
}

/** Addresses the statements by content, finds their Cases, and keeps those that are new. */
export async function storeObservations(
  tx: Transaction,
  source: string,
  statements: readonly Statement[],
): Promise<readonly PlacedObservation[]> {
  const cases = await resolveCases(tx, statements);
  const byId = new Map<string, PlacedObservation>();
  for (const statement of statements) {
    const observation = observe(source, statement);
    byId.set(observation.id, { caseId: cases.get(refKey(statement.case))!, observation });
  }
  const placed = [...byId.values()].sort((a, b) => (a.observation.id < b.observation.id ? -1 : 1));
  const { rows } = await tx.query<{ case_id: string; id: string }>(
    `INSERT INTO observation (case_id, id, source, kind, record_key, keys, subject, content)
     SELECT case_id, id, $3, kind, record_key, ARRAY(SELECT jsonb_array_elements_text(keys)), subject, content
     FROM unnest($1::uuid[], $2::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::jsonb[])
       AS t (case_id, id, kind, record_key, keys, subject, content)
     ON CONFLICT DO NOTHING RETURNING case_id, id`,
    [
      placed.map(({ caseId }) => caseId),
      placed.map(({ observation }) => observation.id),
      source,
      placed.map(({ observation }) => observation.kind),
      placed.map(({ observation }) => observation.recordKey),
      placed.map(({ observation }) => JSON.stringify(lookupKeys(observation))),
      placed.map(({ observation }) => JSON.stringify(observation.case)),
      placed.map(({ observation }) => JSON.stringify(observation.content)),
    ],
  );
  await storeKeys(
    tx,
    rows.map(({ id }) => byId.get(id)!),
  );
  return placed;
}

async function storeKeys(tx: Transaction, added: readonly PlacedObservation[]): Promise<void> {
  const rows = added.flatMap(({ caseId, observation }) =>
    lookupKeys(observation).map((key) => ({ caseId, key, id: observation.id })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO observation_key (case_id, key, observation_id) SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING`,
    [rows.map((row) => row.caseId), rows.map((row) => row.key), rows.map((row) => row.id)],
  );
}
