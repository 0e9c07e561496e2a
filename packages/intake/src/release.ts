import {
  endQuarantine,
  healthOf,
  heldCaptures,
  record,
  targetsById,
  withTargetLock,
  type Quarantine,
  type TargetRow,
} from '@vigil/db';
import { asVigilError, VigilError, type ErrorCode } from '@vigil/errors';
import { completenessOf, parseParams, readPage } from '@vigil/source-kit';
import type { Rooms } from './rooms.js';

/** What a release told. */
export interface Released {
  /** Captures that readers now have. */
  readonly told: number;
  readonly changes: number;
  /** Why Captures could not be told all the same, one code each; they are kept as they were. */
  readonly refused: readonly ErrorCode[];
}

/**
 * Ends the quarantine of a Target: tells readers what was kept from them, in the order in which it was seen, and
 * learns anew what is normal. Safe to be killed at any instruction and to run again. Throws NOT_FOUND where there is no
 * such Target, BAD_INPUT where it is in no quarantine, CHECK_OVERLAP where a Check of it is running, UNKNOWN_SOURCE.
 */
export async function release(rooms: ReleaseRooms, targetId: string): Promise<Released> {
  const released = await withTargetLock(rooms.db, targetId, async () => {
    const [[target], [health]] = await Promise.all([targetsById(rooms.db, [targetId]), healthOf(rooms.db, [targetId])]);
    if (!target) throw new VigilError('NOT_FOUND', `no Target ${targetId}`);
    if (!health!.quarantine) throw new VigilError('BAD_INPUT', `${target.title} is in no quarantine`);
    return releaseHeld(rooms, target, health!.quarantine);
  });
  if (!released) throw new VigilError('CHECK_OVERLAP');
  return released;
}

type ReleaseRooms = Pick<Rooms, 'db' | 'archive' | 'sources'>;

/** `release`, of a Target whose lock the caller holds. */
export async function releaseHeld(
  { db, archive, sources }: ReleaseRooms,
  target: TargetRow,
  { since }: Quarantine,
): Promise<Released> {
  const source = sources.get(target.source);
  if (!source) throw new VigilError('UNKNOWN_SOURCE', `no Source ${target.source}`);
  const params = parseParams(source, target.params);
  const refused: ErrorCode[] = [];
  let [told, changes] = [0, 0];
  for (const capture of await heldCaptures(db, target.id, since)) {
    const body = await archive.get(capture.body.rawSha256);
    let reading;
    try {
      reading = readPage(source, params, { ...capture, body });
    } catch (error) {
      refused.push(asVigilError(error).code);
      continue;
    }
    const recorded = await record(db, {
      check: null,
      capture: { ...capture, sourceVersion: source.version, completeness: completenessOf(source, reading) },
      statements: reading.statements,
      skipped: reading.skipped.length,
      validators: { etag: null, lastModified: null },
      windowMs: null,
    });
    told += 1;
    changes += recorded.changes;
  }
  await endQuarantine(db, target.id);
  return { told, changes, refused };
}
