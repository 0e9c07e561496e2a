import { captureKey, hashId } from '@vigil/timeline';
import type { Transaction } from '../transaction.js';
import type { CaptureFacts } from './input.js';

/** A Capture's place among the readable Captures of its Target. */
export interface StoredCapture {
  readonly id: string;
  readonly key: string;
  /** False where it was kept, and could be read, before. */
  readonly isNew: boolean;
  readonly previous: string | null;
  readonly next: string | null;
  /** True where the Capture before it holds the same canonical bytes, read by the same version. */
  readonly sameAsPrevious: boolean;
}

/**
 * Keeps a Capture and its body. An unreadable one (`errorCode`) has no place in the order; it takes it where it is kept
 * again and can be read by then.
 */
export async function storeCapture(
  tx: Transaction,
  capture: CaptureFacts,
  errorCode: string | null,
): Promise<StoredCapture> {
  const { body, targetId } = capture;
  const key = captureKey(capture.capturedAt, capture.rawSha256);
  const id = hashId('capture', targetId, key);
  await tx.query(
    `INSERT INTO body (sha256, raw_sha256, bytes, media_type, location) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [body.sha256, body.rawSha256, body.bytes, body.mediaType, body.location],
  );
  const { rowCount } = await tx.query(
    `INSERT INTO capture (id, target_id, key, url, via, origin, captured_at, received_at, built_at, status, headers, raw_sha256,
       body_sha256, completeness, error_code, source_version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (id) DO UPDATE SET error_code = NULL, built_at = excluded.built_at,
       completeness = excluded.completeness, source_version = excluded.source_version
     WHERE capture.error_code IS NOT NULL AND excluded.error_code IS NULL`,
    [
      id,
      targetId,
      key,
      capture.url,
      capture.via,
      capture.origin,
      capture.capturedAt,
      capture.receivedAt,
      capture.builtAt,
      capture.status,
      JSON.stringify(capture.headers),
      capture.rawSha256,
      body.sha256,
      capture.completeness,
      errorCode,
      capture.sourceVersion,
    ],
  );
  const neighbours = await tx.query<{ previous: string | null; next: string | null; same: boolean | null }>(
    `SELECT p.key AS previous, n.key AS next, p.body_sha256 = $3 AND p.source_version = $4 AS same
     FROM (SELECT 1) one
     LEFT JOIN LATERAL (SELECT key, body_sha256, source_version FROM capture WHERE target_id = $1 AND key < $2 AND error_code IS NULL
       ORDER BY key DESC LIMIT 1) p ON true
     LEFT JOIN LATERAL (SELECT key FROM capture WHERE target_id = $1 AND key > $2 AND error_code IS NULL ORDER BY key LIMIT 1) n ON true`,
    [targetId, key, body.sha256, capture.sourceVersion],
  );
  const { previous, next, same } = neighbours.rows[0]!;
  return { id, key, isNew: rowCount === 1, previous, next, sameAsPrevious: same === true };
}
