import { VigilError } from '@vigil/errors';
import type { Instant } from '@vigil/timeline';
import { randomUUID } from 'node:crypto';
import type { Database } from '../open-database.js';
import { asOrganisation } from '../organisation.js';
import { ensureTarget, type TargetName } from './targets.js';

/** An organisation's interest in a Target. */
export interface WatchRow {
  readonly id: string;
  readonly targetId: string;
  readonly label: string | null;
  readonly everyMs: number | null;
  readonly pausedAt: Instant | null;
  readonly removedAt: Instant | null;
  readonly createdAt: Instant;
}

interface WatchRecord {
  readonly id: string;
  readonly target_id: string;
  readonly label: string | null;
  readonly every_ms: number | null;
  readonly paused_at: Date | null;
  readonly removed_at: Date | null;
  readonly created_at: Date;
}

const columns = 'id, target_id, label, every_ms, paused_at, removed_at, created_at';

/** PostgreSQL's channel on which it is told that Watches have changed, so that schedules follow at once. */
export const demandChannel = 'vigil_demand';

/** What an organisation wishes to watch, and how. */
export interface WatchWish extends TargetName {
  readonly label: string | null;
  /** How often at most, in milliseconds; `null` is the Source's own pace. */
  readonly everyMs: number | null;
}

/** Watches a Target. Watching what is watched already changes its label and pace, and is no second Watch. */
export async function addWatch(db: Database, organisationId: string, wish: WatchWish): Promise<WatchRow> {
  const targetId = await ensureTarget(db, wish);
  return asOrganisation(db, organisationId, async (tx) => {
    const { rows } = await tx.query<WatchRecord>(
      `INSERT INTO watch (id, organisation_id, target_id, label, every_ms) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organisation_id, target_id) WHERE removed_at IS NULL
       DO UPDATE SET label = coalesce(excluded.label, watch.label), every_ms = excluded.every_ms, paused_at = NULL RETURNING ${columns}`,
      [randomUUID(), organisationId, targetId, wish.label, wish.everyMs],
    );
    await tx.query('SELECT pg_notify($1, $2)', [demandChannel, targetId]);
    return toWatchRow(rows[0]!);
  });
}

/** The organisation's live Watches, oldest first. */
export function listWatches(db: Database, organisationId: string): Promise<readonly WatchRow[]> {
  return asOrganisation(db, organisationId, async (tx) => {
    const { rows } = await tx.query<WatchRecord>(
      `SELECT ${columns} FROM watch WHERE removed_at IS NULL ORDER BY created_at, id`,
    );
    return rows.map(toWatchRow);
  });
}

/** What can be done to a Watch; each is idempotent. */
export type WatchStep = 'pause' | 'resume' | 'remove';

const updates: Readonly<Record<WatchStep, string>> = {
  pause: 'paused_at = coalesce(paused_at, now())',
  resume: 'paused_at = NULL',
  remove: 'removed_at = coalesce(removed_at, now())',
};

/** Pauses, resumes or removes a Watch of the organisation. Throws NOT_FOUND for any other. */
export function changeWatch(db: Database, organisationId: string, id: string, step: WatchStep): Promise<WatchRow> {
  return asOrganisation(db, organisationId, async (tx) => {
    const { rows } = await tx.query<WatchRecord>(
      `UPDATE watch SET ${updates[step]} WHERE id = $1 RETURNING ${columns}`,
      [id],
    );
    if (!rows[0]) throw new VigilError('NOT_FOUND', 'no such Watch');
    await tx.query('SELECT pg_notify($1, $2)', [demandChannel, rows[0].target_id]);
    return toWatchRow(rows[0]);
  });
}

function toWatchRow(row: WatchRecord): WatchRow {
  return {
    id: row.id,
    targetId: row.target_id,
    label: row.label,
    everyMs: row.every_ms,
    pausedAt: row.paused_at?.toISOString() ?? null,
    removedAt: row.removed_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}
