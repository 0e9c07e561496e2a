import { VigilError } from '@vigil/errors';
import { courts } from './court-table.js';
import type { Court } from './court.js';
import { publishers } from './publishers.js';

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

const publisherById: ReadonlyMap<string, Court> = new Map(publishers.map((publisher) => [publisher.id, publisher]));

/** The court of an id or alias, in any letter case. Throws UNKNOWN_COURT, for a publisher, too: it keeps no docket. */
export function courtById(id: string): Court {
  return found(id, byId.get(asId(id)));
}

/** The court or publisher of an id or alias, in any letter case: whoever a Case may be of. Throws UNKNOWN_COURT. */
export function courtOrPublisherById(id: string): Court {
  return found(id, byId.get(asId(id)) ?? publisherById.get(asId(id)));
}

const asId = (id: string): string => id.trim().toLowerCase();

function found(id: string, court: Court | undefined): Court {
  if (court) return court;
  throw new VigilError('UNKNOWN_COURT', `no court has the id ${JSON.stringify(id.slice(0, 40))}`);
}
