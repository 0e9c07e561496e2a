import type { SightingRange } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';
import type { SightingChanges } from './update-sightings.js';

/** A run as it is on record. */
export interface OldRun extends SightingRange {
  readonly caseId: string;
  readonly observationId: string;
}

/** What a Target showed, by an earlier reading and by this one. */
export interface Rereading {
  readonly old: readonly OldRun[];
  /** By Observation. */
  readonly now: ReadonlyMap<string, readonly SightingRange[]>;
  /** The Case of each Observation. */
  readonly cases: ReadonlyMap<string, string>;
}

/** Supersedes the runs that are not so by this reading, and adds those that are. Returns all Observations of either. */
export async function replaceSightings(
  tx: Transaction,
  targetId: string,
  { old, now, cases }: Rereading,
): Promise<SightingChanges['touched']> {
  const name = (id: string, { first, last }: SightingRange): string => `${id} ${first} ${last ?? ''}`;
  const runs = [...now].flatMap(([observationId, of]) =>
    of.map((run): OldRun => ({ ...run, observationId, caseId: cases.get(observationId)! })),
  );
  const [before, after] = [old, runs].map((all) => new Set(all.map((run) => name(run.observationId, run))));
  const gone = old.filter((run) => !after!.has(name(run.observationId, run)));
  const added = runs.filter((run) => !before!.has(name(run.observationId, run)));
  await tx.query(
    `UPDATE sighting s SET superseded_at = clock_timestamp()
     FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS g (case_id, observation_id, first_capture)
     WHERE s.target_id = $1 AND s.case_id = g.case_id AND s.observation_id = g.observation_id AND s.first_capture = g.first_capture
       AND s.superseded_at IS NULL`,
    [targetId, ...columnsOf(gone)],
  );
  await tx.query(
    `INSERT INTO sighting (case_id, observation_id, target_id, first_capture, last_capture, completeness, source_version)
     SELECT t.case_id, t.observation_id, $1, t.first_capture, t.last_capture, c.completeness, c.source_version
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS t (case_id, observation_id, first_capture, last_capture)
     JOIN capture c ON c.target_id = $1 AND c.key = t.first_capture
     ON CONFLICT (case_id, observation_id, target_id, first_capture, source_version)
       DO UPDATE SET last_capture = excluded.last_capture, completeness = excluded.completeness, superseded_at = NULL`,
    [targetId, ...columnsOf(added), added.map(({ last }) => last)],
  );
  const touched = new Map(
    [...old, ...runs].map(({ caseId, observationId }) => [observationId, { caseId, observationId }]),
  );
  return [...touched.values()];
}

const columnsOf = (runs: readonly OldRun[]): [string[], string[], string[]] => [
  runs.map(({ caseId }) => caseId),
  runs.map(({ observationId }) => observationId),
  runs.map(({ first }) => first),
];
