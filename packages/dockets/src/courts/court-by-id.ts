import { VigilError } from '@vigil/errors';
import { courts } from './court-table.js';
import type { Court } from './court.js';

/** Other names under which courts' files and users' habits know them. */
const aliases: Readonly<Record<string, string>> = {
  edny: 'nyed',
  ndny: 'nynd',
  sdny: 'nysd',
  wdny: 'nywd',
  ssd: 'sdd',
  uscfc: 'cofc',
};

const byId: ReadonlyMap<string, Court> = new Map([
  ...courts.map((court) => [court.id, court] as const),
  ...Object.entries(aliases).map(([alias, id]) => [alias, courts.find((court) => court.id === id)!] as const),
]);

/** The court of an id or alias, in any letter case. Throws UNKNOWN_COURT. */
export function courtById(id: string): Court {
  const court = byId.get(id.trim().toLowerCase());
  if (court) return court;
  throw new VigilError('UNKNOWN_COURT', `no court has the id ${JSON.stringify(id.slice(0, 40))}`);
}
