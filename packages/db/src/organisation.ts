import type { Database } from './open-database.js';
import { inTransaction, type Transaction } from './transaction.js';

/** The one organisation of a Vigil without sign-in. Fixed, so that every start finds the same. */
export const localOrganisationId = '00000000-0000-8000-8000-000000000001';

/** Runs a function that sees the tables of one organisation and of no other (row-level security). */
export function asOrganisation<T>(
  db: Database,
  organisationId: string,
  run: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction(db.pool, async (tx) => {
    await tx.query("SELECT set_config('vigil.organisation_id', $1, true)", [organisationId]);
    return run(tx);
  });
}

/** Makes the local organisation where it is not there yet. */
export async function ensureLocalOrganisation(db: Database): Promise<void> {
  await asOrganisation(db, localOrganisationId, (tx) =>
    tx.query("INSERT INTO organisation (id, slug, name) VALUES ($1, 'local', 'Local') ON CONFLICT DO NOTHING", [
      localOrganisationId,
    ]),
  );
}
