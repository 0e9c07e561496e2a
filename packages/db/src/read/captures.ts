import type { CaptureFacts } from '../record/input.js';
import type { Transaction } from '../transaction.js';

/** A Capture in its place among those of its Target. */
export interface KeyedCapture extends CaptureFacts {
  readonly key: string;
  /** Why it could not be read; `null` where it was. */
  readonly errorCode: string | null;
}

const pageSize = 200;

/** The Captures of a Target in order, but for those that are kept from readers. */
export async function* capturesOf(tx: Transaction, targetId: string): AsyncGenerator<KeyedCapture> {
  for (let after = ''; ;) {
    const { rows } = await tx.query<CaptureRecord>(
      `SELECT c.*, t.source, b.raw_sha256 AS stored_sha256, b.bytes, b.media_type, b.location
       FROM capture c JOIN target t ON t.id = c.target_id JOIN body b ON b.sha256 = c.body_sha256
       WHERE c.target_id = $1 AND c.key > $2 AND c.error_code IS DISTINCT FROM 'QUARANTINED' ORDER BY c.key LIMIT $3`,
      [targetId, after, pageSize],
    );
    for (const row of rows) yield toCapture(row);
    if (rows.length < pageSize) return;
    after = rows.at(-1)!.key;
  }
}

interface CaptureRecord {
  readonly target_id: string;
  readonly source: string;
  readonly key: string;
  readonly url: string;
  readonly via: string | null;
  readonly origin: CaptureFacts['origin'];
  readonly captured_at: Date;
  readonly received_at: Date;
  readonly built_at: Date | null;
  readonly status: number;
  readonly headers: CaptureFacts['headers'];
  readonly raw_sha256: string;
  readonly body_sha256: string;
  readonly completeness: CaptureFacts['completeness'];
  readonly error_code: string | null;
  readonly source_version: number;
  readonly stored_sha256: string;
  readonly bytes: number;
  readonly media_type: string | null;
  readonly location: string;
}

const toCapture = (row: CaptureRecord): KeyedCapture => ({
  targetId: row.target_id,
  source: row.source,
  sourceVersion: row.source_version,
  key: row.key,
  url: row.url,
  via: row.via,
  origin: row.origin,
  capturedAt: row.captured_at.toISOString(),
  receivedAt: row.received_at.toISOString(),
  builtAt: row.built_at?.toISOString() ?? null,
  status: row.status,
  headers: row.headers,
  rawSha256: row.raw_sha256,
  completeness: row.completeness,
  errorCode: row.error_code,
  body: {
    sha256: row.body_sha256,
    rawSha256: row.stored_sha256,
    bytes: row.bytes,
    mediaType: row.media_type,
    location: row.location,
  },
});
