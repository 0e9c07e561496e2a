import type { Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';

/** One Observation that speaks of an Event, and the first and the latest Capture that hold it. */
export interface EvidenceRow {
  readonly observationId: string;
  readonly source: string;
  readonly sourceVersion: number;
  readonly statement: Readonly<Record<string, unknown>>;
  readonly first: EvidenceCapture;
  readonly latest: EvidenceCapture;
}

/** What proves it: where, when, which bytes. */
export interface EvidenceCapture {
  readonly id: string;
  readonly url: string;
  readonly via: string | null;
  readonly origin: 'FETCHED' | 'IMPORTED';
  readonly capturedAt: Instant;
  readonly rawSha256: string;
  readonly bodySha256: string;
}

interface EvidenceRecord {
  readonly observation_id: string;
  readonly source: string;
  readonly source_version: number;
  readonly content: Record<string, unknown>;
  readonly first: CaptureRecord;
  readonly latest: CaptureRecord;
}

interface CaptureRecord {
  readonly id: string;
  readonly url: string;
  readonly via: string | null;
  readonly origin: EvidenceCapture['origin'];
  readonly captured_at: string;
  readonly raw_sha256: string;
  readonly body_sha256: string;
}

const capture = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'url', ${alias}.url, 'via', ${alias}.via, 'origin', ${alias}.origin,
    'captured_at', to_char(${alias}.captured_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'raw_sha256', ${alias}.raw_sha256, 'body_sha256', ${alias}.body_sha256)`;

/** The evidence of Observations, keyed by their id. One row an Observation and Target. */
export async function evidenceOf(
  db: Database,
  observations: readonly { readonly caseId: string; readonly id: string }[],
): Promise<ReadonlyMap<string, readonly EvidenceRow[]>> {
  const { rows } = await db.pool.query<EvidenceRecord>({
    name: 'evidence_of',
    text: `SELECT o.id AS observation_id, o.source, s.source_version, o.content, ${capture('f')} AS first, ${capture('l')} AS latest
      FROM unnest($1::uuid[], $2::uuid[]) AS w (case_id, id) JOIN observation o USING (case_id, id)
      JOIN (SELECT case_id, observation_id, target_id, max(source_version) AS source_version, min(first_capture) AS first_capture,
          CASE WHEN bool_or(last_capture IS NULL) THEN NULL ELSE max(last_capture) END AS last_capture
        FROM sighting JOIN unnest($1::uuid[], $2::uuid[]) AS v (case_id, observation_id) USING (case_id, observation_id)
        WHERE superseded_at IS NULL GROUP BY case_id, observation_id, target_id) s ON s.case_id = o.case_id AND s.observation_id = o.id
      JOIN target t ON t.id = s.target_id
      JOIN capture f ON f.target_id = s.target_id AND f.key = s.first_capture
      JOIN capture l ON l.target_id = s.target_id AND l.key = coalesce(s.last_capture, t.last_capture)
      ORDER BY o.id, f.captured_at`,
    values: [observations.map(({ caseId }) => caseId), observations.map(({ id }) => id)],
  });
  const found = new Map<string, EvidenceRow[]>();
  for (const row of rows) {
    const item = {
      observationId: row.observation_id,
      source: row.source,
      sourceVersion: row.source_version,
      statement: row.content,
      first: toCapture(row.first),
      latest: toCapture(row.latest),
    };
    found.set(row.observation_id, [...(found.get(row.observation_id) ?? []), item]);
  }
  return found;
}

const toCapture = (row: CaptureRecord): EvidenceCapture => ({
  id: row.id,
  url: row.url,
  via: row.via,
  origin: row.origin,
  capturedAt: row.captured_at,
  rawSha256: row.raw_sha256,
  bodySha256: row.body_sha256,
});
