import { addCapture, type SightingRange } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';
import type { CaptureFacts } from './input.js';
import type { StoredCapture } from './store-capture.js';
import type { PlacedObservation } from './store-observations.js';

/** What a Capture changed in what is known to have been seen. */
export interface SightingChanges {
  /** Observations whose times changed in a way that can change an Event, by Case. */
  readonly touched: readonly { readonly caseId: string; readonly observationId: string }[];
  /** True where the Capture shares a record with the one before it: nothing can have slipped between. A Case is none. */
  readonly overlaps: boolean;
  /** True where the Capture before it held anything. */
  readonly previousHeld: boolean;
}

interface SightingRow {
  readonly case_id: string;
  readonly observation_id: string;
  readonly first_capture: string;
  readonly last_capture: string | null;
}

interface RangesOf {
  readonly caseId: string;
  readonly observationId: string;
  readonly ranges: readonly SightingRange[];
}

/** Extends, opens, closes, joins and splits the runs in which this Target saw its Observations. */
export async function updateSightings(
  tx: Transaction,
  capture: CaptureFacts,
  at: StoredCapture,
  present: readonly PlacedObservation[],
): Promise<SightingChanges> {
  const near = await rangesNear(tx, capture.targetId, at);
  const held = new Set(present.map(({ observation }) => observation.id));
  const known = new Map(near.map((item) => [item.observationId, item]));
  const all = [
    ...near,
    ...present
      .filter(({ observation }) => !known.has(observation.id))
      .map(({ caseId, observation }) => ({ caseId, observationId: observation.id, ranges: [] })),
  ];
  const changed = all
    .map((item) => ({
      ...item,
      after: addCapture(item.ranges, at.key, {
        previous: at.previous,
        next: at.next,
        present: held.has(item.observationId),
      }),
    }))
    .filter(({ ranges, after }) => after !== ranges);
  await replaceRanges(tx, capture, changed);
  const before = near.filter(
    ({ ranges }) =>
      at.previous !== null &&
      ranges.some(({ first, last }) => first <= at.previous! && (last === null || last >= at.previous!)),
  );
  const records = new Set(
    present.filter(({ observation }) => observation.kind !== 'case').map(({ observation }) => observation.id),
  );
  return {
    // Ending an open run at the Capture before is what it meant already.
    touched: changed.filter(
      ({ ranges, after }) => !(after.length === ranges.length && at.next === null && ranges.length > 0),
    ),
    overlaps: before.some(({ observationId }) => records.has(observationId)),
    previousHeld: before.length > 0,
  };
}

/** The runs that touch the Capture's neighbours; no other run can change. */
async function rangesNear(
  tx: Transaction,
  targetId: string,
  { previous, next }: StoredCapture,
): Promise<readonly RangesOf[]> {
  if (previous === null && next === null) return [];
  // After the latest Capture only open runs can change; they have an index of their own.
  const { rows } =
    next === null
      ? await tx.query<SightingRow>(
          `SELECT case_id, observation_id, first_capture, last_capture FROM sighting
           WHERE target_id = $1 AND superseded_at IS NULL AND last_capture IS NULL`,
          [targetId],
        )
      : await tx.query<SightingRow>(
          `SELECT case_id, observation_id, first_capture, last_capture FROM sighting
           WHERE target_id = $1 AND superseded_at IS NULL AND first_capture <= $3
             AND (last_capture IS NULL OR last_capture >= coalesce($2, $3))`,
          [targetId, previous, next],
        );
  const found = new Map<string, RangesOf & { ranges: SightingRange[] }>();
  for (const row of rows) {
    const range = { first: row.first_capture, last: row.last_capture };
    const item = found.get(row.observation_id);
    if (item) item.ranges.push(range);
    else found.set(row.observation_id, { caseId: row.case_id, observationId: row.observation_id, ranges: [range] });
  }
  return [...found.values()];
}

async function replaceRanges(
  tx: Transaction,
  capture: CaptureFacts,
  changed: readonly (RangesOf & { after: readonly SightingRange[] })[],
): Promise<void> {
  const without = (of: readonly SightingRange[], others: readonly SightingRange[]): readonly SightingRange[] =>
    of.filter((range) => !others.some(({ first, last }) => first === range.first && last === range.last));
  const gone = changed.flatMap((item) => without(item.ranges, item.after).map((range) => ({ ...item, ...range })));
  const added = changed.flatMap((item) => without(item.after, item.ranges).map((range) => ({ ...item, ...range })));
  if (gone.length > 0) {
    await tx.query(
      `DELETE FROM sighting s USING unnest($2::uuid[], $3::uuid[], $4::text[]) AS g (case_id, observation_id, first_capture)
       WHERE s.target_id = $1 AND s.case_id = g.case_id AND s.observation_id = g.observation_id AND s.first_capture = g.first_capture
         AND s.superseded_at IS NULL`,
      [
        capture.targetId,
        gone.map((row) => row.caseId),
        gone.map((row) => row.observationId),
        gone.map((row) => row.first),
      ],
    );
  }
  if (added.length === 0) return;
  await tx.query(
    `INSERT INTO sighting (case_id, observation_id, target_id, first_capture, last_capture, completeness, source_version)
     SELECT case_id, observation_id, $1, first_capture, last_capture, $2, $3
     FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[]) AS t (case_id, observation_id, first_capture, last_capture)`,
    [
      capture.targetId,
      capture.completeness,
      capture.sourceVersion,
      added.map((row) => row.caseId),
      added.map((row) => row.observationId),
      added.map((row) => row.first),
      added.map((row) => row.last),
    ],
  );
}
