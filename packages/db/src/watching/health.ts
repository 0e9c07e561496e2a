import type { Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';
import { demandChannel } from './watches.js';

/** Why something is kept from readers: which monitor fired, or `person`, and what it saw. */
export interface HealthFinding {
  readonly monitor: string;
  readonly why: string;
}

/** That what a Target shows is kept from readers until a person has looked. */
export interface Quarantine {
  readonly since: Instant;
  readonly by: 'MONITOR' | 'PERSON';
  readonly findings: readonly HealthFinding[];
  /** Whether a person wants it told: the next Check does it. */
  readonly releaseAsked: boolean;
}

/** What is known of a Target beside what it showed. */
export interface HealthRow {
  readonly targetId: string;
  /** What monitors learnt, as they wrote it; `null` at first. */
  readonly normal: unknown;
  /** When a reading last brought a Change. */
  readonly newsAt: Instant | null;
  /** By how much its period is shortened; 1 or more. */
  readonly haste: number;
  /** How soon what the latest reading left open is worth a look again, in milliseconds; `null` where it left nothing open. */
  readonly againMs: number | null;
  readonly quarantine: Quarantine | null;
}

/** What a healthy reading taught. */
export interface Lesson {
  readonly normal: unknown;
  /** When it brought a Change; `null` where it did not. */
  readonly newsAt: Instant | null;
  readonly haste: number;
  readonly againMs: number | null;
  /** Whether it ends the quarantine. */
  readonly release: boolean;
}

/** The health of these Targets, in the order asked; of one that was never looked at, what is so at first. */
export async function healthOf(db: Database, targetIds: readonly string[]): Promise<readonly HealthRow[]> {
  const rows = await db.prisma.targetHealth.findMany({ where: { targetId: { in: [...targetIds] } } });
  const byId = new Map(rows.map((row) => [row.targetId, row]));
  return targetIds.map((targetId) => {
    const row = byId.get(targetId);
    return {
      targetId,
      normal: row?.normal ?? null,
      newsAt: row?.newsAt?.toISOString() ?? null,
      haste: row?.haste ?? 1,
      againMs: row?.againMs ?? null,
      quarantine: row?.quarantinedAt
        ? {
            since: row.quarantinedAt.toISOString(),
            by: row.quarantinedBy as Quarantine['by'],
            findings: row.findings as unknown as readonly HealthFinding[],
            releaseAsked: row.releaseAsked,
          }
        : null,
    };
  });
}

/** Keeps what a healthy reading taught. A period that changes is told to whoever keeps the schedule. */
export async function learnOf(db: Database, targetId: string, lesson: Lesson): Promise<void> {
  const { normal, newsAt, haste, againMs, release } = lesson;
  await db.pool.query(
    `WITH old AS (SELECT haste, again_ms FROM target_health WHERE target_id = $1), kept AS (
       INSERT INTO target_health AS h (target_id, normal, news_at, haste, again_ms) VALUES ($1, $2, $3, $4, $7)
       ON CONFLICT (target_id) DO UPDATE SET normal = excluded.normal, news_at = greatest(h.news_at, excluded.news_at), haste = excluded.haste, again_ms = excluded.again_ms,
         quarantined_at = CASE WHEN $5 THEN NULL ELSE h.quarantined_at END, quarantined_by = CASE WHEN $5 THEN NULL ELSE h.quarantined_by END,
         findings = CASE WHEN $5 THEN '[]' ELSE h.findings END, release_asked = h.release_asked AND NOT $5)
     SELECT pg_notify($6, $1::text) WHERE $4 <> coalesce((SELECT haste FROM old), 1) OR $7 IS DISTINCT FROM (SELECT again_ms FROM old)`,
    [targetId, normal === null ? null : JSON.stringify(normal), newsAt, haste, release, demandChannel, againMs],
  );
}

/** Keeps what Targets show from readers. One that is in quarantine already stays so since then; a person outranks a monitor. */
export async function quarantine(
  db: Database,
  targetIds: readonly string[],
  it: Omit<Quarantine, 'releaseAsked'>,
): Promise<void> {
  await db.pool.query(
    `INSERT INTO target_health AS h (target_id, quarantined_at, quarantined_by, findings) SELECT unnest($1::uuid[]), $2, $3, $4
     ON CONFLICT (target_id) DO UPDATE SET quarantined_at = coalesce(h.quarantined_at, excluded.quarantined_at),
       quarantined_by = excluded.quarantined_by, findings = excluded.findings, release_asked = false
     WHERE excluded.quarantined_by = 'PERSON' OR h.quarantined_by IS DISTINCT FROM 'PERSON'`,
    [targetIds, it.since, it.by, JSON.stringify(it.findings)],
  );
}

/** Asks for the release of Targets; those that are in no quarantine are left alone. Returns which are. */
export async function askRelease(db: Database, targetIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ target_id: string }>(
    'UPDATE target_health SET release_asked = true WHERE target_id = ANY ($1::uuid[]) AND quarantined_at IS NOT NULL RETURNING target_id',
    [targetIds],
  );
  return rows.map((row) => row.target_id);
}

/** Ends a quarantine; what was normal is learnt anew. */
export async function endQuarantine(db: Database, targetId: string): Promise<void> {
  await db.pool.query(
    `UPDATE target_health SET normal = NULL, quarantined_at = NULL, quarantined_by = NULL, findings = '[]', release_asked = false WHERE target_id = $1`,
    [targetId],
  );
}
