import type { Database } from '../open-database.js';

/** The pace of a Source, in milliseconds. */
export interface Pace {
  /** Where nobody wishes otherwise. */
  readonly everyMs: number;
  /** Never more often than this. */
  readonly atMostMs: number;
}

/** A Target and its period in force. */
export interface Demand {
  readonly targetId: string;
  readonly everyMs: number;
}

/**
 * Brings the schedule of record in line with the Watches: a Target's period is the shortest wish of
 * its live Watches within the bounds of its Source, shortened where its publisher's records come and go faster than it
 * was looked at, and where the latest reading left something open; without a Watch it has none, but for the ids of `always`,
 * which have their Source's pace. Returns the whole schedule. `paceOf` gives `null` for a Source that this release does not have.
 */
export async function refreshDemand(
  db: Database,
  paceOf: (source: string, courtId: string | null) => Pace | null,
  always: readonly string[] = [],
): Promise<readonly Demand[]> {
  const { rows } = await db.pool.query<{
    id: string;
    source: string;
    court_id: string | null;
    every_ms: number | null;
    watched: boolean;
    shortest_ms: number | null;
    own_pace: boolean;
    haste: number | null;
    again_ms: number | null;
  }>(
    `SELECT t.id, t.source, t.court_id, t.every_ms, d.target_id IS NOT NULL OR a.id IS NOT NULL AS watched, d.shortest_ms,
       coalesce(d.own_pace, false) OR a.id IS NOT NULL AS own_pace, h.haste, h.again_ms
     FROM target t LEFT JOIN vigil_demand() d ON d.target_id = t.id LEFT JOIN unnest($1::uuid[]) a (id) ON a.id = t.id
       LEFT JOIN target_health h ON h.target_id = t.id
     WHERE d.target_id IS NOT NULL OR a.id IS NOT NULL OR t.every_ms IS NOT NULL`,
    [always],
  );
  const wanted = rows.map((row) => {
    const pace = row.watched ? paceOf(row.source, row.court_id) : null;
    const wishes = [row.shortest_ms, row.own_pace ? (pace?.everyMs ?? null) : null].filter((wish) => wish !== null);
    const wishedMs = Math.min(Math.round(Math.min(...wishes) / (row.haste ?? 1)), row.again_ms ?? Infinity);
    return { id: row.id, before: row.every_ms, everyMs: pace ? Math.max(pace.atMostMs, wishedMs) : null };
  });
  const changed = wanted.filter(({ before, everyMs }) => before !== everyMs);
  if (changed.length > 0) {
    await db.pool.query(
      'UPDATE target t SET every_ms = w.every_ms FROM unnest($1::uuid[], $2::int[]) AS w (id, every_ms) WHERE t.id = w.id',
      [changed.map(({ id }) => id), changed.map(({ everyMs }) => everyMs)],
    );
  }
  return wanted.flatMap(({ id, everyMs }) => (everyMs === null ? [] : [{ targetId: id, everyMs }]));
}
