import {
  casesById,
  coverageOf,
  databaseClock,
  eventsByKey,
  evidenceOf,
  healthOf,
  listTargets,
  listWatches,
  revisionsOf,
  targetsById,
  type CaseRow,
  type CoverageRow,
  type Database,
  type EventKey,
  type EventRow,
  type EvidenceRow,
  type HealthRow,
  type RevisionRow,
  type TargetRow,
  type WatchRow,
} from '@vigil/db';
import DataLoader from 'dataloader';

/** Look-ups that are gathered: however many fields ask in one step, one query answers. Made anew for each request. */
export interface Loaders {
  readonly cases: DataLoader<string, CaseRow | undefined>;
  readonly events: DataLoader<EventKey, EventRow | undefined, string>;
  readonly revisions: DataLoader<EventKey, readonly RevisionRow[], string>;
  readonly evidence: DataLoader<EventKey, readonly EvidenceRow[], string>;
  readonly targets: DataLoader<string, TargetRow | undefined>;
  /** The watched Targets of a court. */
  readonly targetsOfCourt: DataLoader<string, readonly TargetRow[]>;
  readonly health: DataLoader<string, HealthThen>;
  readonly coverage: DataLoader<CoverageKey, readonly CoverageRow[], string>;
  /** The organisation's live Watches. */
  readonly watches: DataLoader<string, WatchRow | undefined>;
}

/** The health of a Target, and when it was read, by the database's clock. */
export interface HealthThen {
  readonly row: HealthRow;
  readonly now: string;
}

/** Whose Coverage, and how much of it. */
export interface CoverageKey {
  readonly targetId: string;
  readonly first: number;
}

const byName = { cacheKeyFn: ({ caseId, id }: EventKey): string => caseId + id };

/** Makes the loaders of one request. */
export function createLoaders(db: Database, organisationId: string): Loaders {
  return {
    cases: new DataLoader((ids) => casesById(db, ids)),
    events: new DataLoader((keys) => eventsByKey(db, keys), byName),
    revisions: new DataLoader((keys) => revisionsOf(db, keys), byName),
    evidence: new DataLoader(async (keys) => {
      const found = await evidenceOf(db, keys);
      return keys.map(({ id }) => found.get(id) ?? []);
    }, byName),
    targets: new DataLoader((ids) => targetsById(db, ids)),
    targetsOfCourt: new DataLoader(async (courts) => {
      const targets = await listTargets(db, courts.length === 1 ? { courtId: courts[0]! } : {});
      return courts.map((court) => targets.filter(({ courtId }) => courtId === court));
    }),
    health: new DataLoader(async (ids) => {
      const [rows, clock] = await Promise.all([healthOf(db, ids), databaseClock(db, Date.now)]);
      const now = new Date(clock.now()).toISOString();
      return rows.map((row) => ({ row, now }));
    }),
    coverage: new DataLoader((keys) => loadCoverage(db, keys), {
      cacheKeyFn: ({ targetId, first }) => `${targetId} ${first}`,
    }),
    watches: new DataLoader(async (ids) => {
      const found = new Map((await listWatches(db, organisationId)).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id));
    }),
  };
}

async function loadCoverage(db: Database, keys: readonly CoverageKey[]): Promise<readonly (readonly CoverageRow[])[]> {
  const targetIds = [...new Set(keys.map(({ targetId }) => targetId))];
  const rows = await coverageOf(db, targetIds, Math.max(...keys.map(({ first }) => first)));
  const found = new Map(targetIds.map((id, index) => [id, rows[index]!]));
  return keys.map(({ targetId, first }) => found.get(targetId)!.slice(0, first));
}
