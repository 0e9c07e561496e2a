import type { Loaders } from '../context/loaders.js';
import { Evidence } from './evidence.js';

/** The evidence of Observations of one Case: for each, one item for each Target that shows it. */
export async function loadEvidence(
  loaders: Loaders,
  caseId: string,
  observationIds: readonly string[],
): Promise<readonly Evidence[]> {
  const rows = await Promise.all(observationIds.map((id) => loaders.evidence.load({ caseId, id })));
  return rows.flat().map((row) => new Evidence(row));
}
