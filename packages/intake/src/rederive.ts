import {
  listTargets,
  rederiveTarget,
  withTargetLock,
  type KeyedCapture,
  type Rederived,
  type Reread,
  type TargetRow,
} from '@vigil/db';
import { asVigilError, VigilError, type ErrorCode } from '@vigil/errors';
import { completenessOf, parseParams, readPage } from '@vigil/source-kit';
import type { Rooms } from './rooms.js';

/** What is read again, and how. */
export interface RederiveRequest {
  /** Only of this Source. */
  readonly source?: string | undefined;
  /** Only Captures from this moment on (UTC). */
  readonly since?: string | undefined;
  /** Nothing is kept, and nobody hears of it. */
  readonly dryRun: boolean;
  /** Between Targets, and every so many Captures of one. */
  readonly onProgress?: (target: TargetRow, captures: number) => void;
  readonly signal?: AbortSignal;
}

/** What became of a Target. */
export interface RederivedTarget extends Rederived {
  readonly target: TargetRow;
}

/** How often a long Target says how far it is, in Captures. */
const progressEvery = 500;

/**
 * Reads archived Captures again, with today's readers and rules, and records what that corrects; a Target is one transaction.
 * Where a body can be read no more, what was read of it before stands, and it is said. Throws what the archive throws
 * of the disk, and CHECK_OVERLAP where a Target is being looked at.
 */
export async function* rederive(
  { db, archive, sources }: Pick<Rooms, 'db' | 'archive' | 'sources'>,
  { source: only, since, dryRun, onProgress, signal }: RederiveRequest,
): AsyncGenerator<RederivedTarget> {
  const targets = await listTargets(db, { unwatched: true });
  for (const target of targets) {
    signal?.throwIfAborted();
    const source = sources.get(target.source);
    if (!source || (only !== undefined && only !== source.id)) continue;
    const params = parseParams(source, target.params);
    let count = 0;
    onProgress?.(target, count);
    const reread = async (capture: KeyedCapture): Promise<Reread> => {
      signal?.throwIfAborted();
      if (++count % progressEvery === 0) onProgress?.(target, count);
      try {
        if (!told.has(capture.status))
          throw new VigilError('FETCH_HTTP_STATUS', `it came with status ${capture.status}`);
        const body = await archive.get(capture.body.rawSha256);
        const reading = readPage(source, params, { ...capture, body });
        const { statements, builtAt } = reading;
        return { statements, builtAt, completeness: completenessOf(source, reading), sourceVersion: source.version };
      } catch (error) {
        const known = asVigilError(error);
        if (ofDisk.has(known.code)) throw known;
        return known;
      }
    };
    const done = await withTargetLock(db, target.id, () =>
      rederiveTarget(db, target.id, { since: since ?? null, reread, dryRun }),
    );
    if (!done) throw new VigilError('CHECK_OVERLAP');
    yield { target, ...done };
  }
}

/** With what status a page comes, or the word that it is the one before. */
const told = new Set([200, 304]);

/** What is wrong with the disk or the key is wrong for every body, and no body is lost for it. */
const ofDisk = new Set<ErrorCode>(['ARCHIVE_DISK', 'ARCHIVE_KEY']);
