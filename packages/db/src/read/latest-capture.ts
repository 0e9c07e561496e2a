import type { CaptureFacts } from '../record/input.js';
import type { Database } from '../open-database.js';

/** What a Check needs to know of the Capture before it. */
export interface LatestCapture {
  readonly key: string;
  readonly completeness: CaptureFacts['completeness'];
  readonly rawSha256: string;
  readonly bodySha256: string;
  readonly bodyRawSha256: string;
  readonly bytes: number;
  readonly mediaType: string | null;
  readonly location: string;
}

/** The latest readable Capture of a Target. */
export async function latestCapture(db: Database, targetId: string): Promise<LatestCapture | undefined> {
  const { rows } = await db.pool.query<{
    key: string;
    completeness: CaptureFacts['completeness'];
    raw_sha256: string;
    body_sha256: string;
    body_raw_sha256: string;
    bytes: number;
    media_type: string | null;
    location: string;
  }>(
    `SELECT c.key, c.completeness, c.raw_sha256, c.body_sha256, b.raw_sha256 AS body_raw_sha256, b.bytes, b.media_type, b.location
     FROM target t JOIN capture c ON c.target_id = t.id AND c.key = t.last_capture JOIN body b ON b.sha256 = c.body_sha256 WHERE t.id = $1`,
    [targetId],
  );
  const row = rows[0];
  return (
    row && {
      key: row.key,
      completeness: row.completeness,
      rawSha256: row.raw_sha256,
      bodySha256: row.body_sha256,
      bodyRawSha256: row.body_raw_sha256,
      bytes: row.bytes,
      mediaType: row.media_type,
      location: row.location,
    }
  );
}
