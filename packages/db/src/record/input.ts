import type { Instant, Statement } from '@vigil/timeline';

/** Where the bytes of a Capture lie. */
export interface BodyFacts {
  /** SHA-256 of the canonical bytes (volatile parts left out). */
  readonly sha256: string;
  /** SHA-256 of the bytes in the archive. */
  readonly rawSha256: string;
  readonly bytes: number;
  readonly mediaType: string | null;
  readonly location: string;
}

/** One visit: what was received, when, and from where. */
export interface CaptureFacts {
  readonly targetId: string;
  readonly source: string;
  readonly sourceVersion: number;
  readonly url: string;
  /** Origin of the simulator that answered, or `null` for the publisher itself. */
  readonly via: string | null;
  readonly origin: 'FETCHED' | 'IMPORTED';
  /** When the bytes left the publisher (UTC). */
  readonly capturedAt: Instant;
  readonly receivedAt: Instant;
  readonly builtAt: Instant | null;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the bytes as received. */
  readonly rawSha256: string;
  readonly completeness: 'WINDOW' | 'COMPLETE' | 'PARTIAL';
  readonly body: BodyFacts;
}

/** The run of a Target that made a Capture. */
export interface CheckFacts {
  readonly id: string;
  readonly startedAt: Instant;
}

/** A healthy reading of a Capture. */
export interface RecordInput {
  /** `null` for an import: it says nothing about when the publisher could be seen. */
  readonly check: CheckFacts | null;
  readonly capture: CaptureFacts;
  /** `null`: the publisher says that nothing changed since the Target's latest Capture. */
  readonly statements: readonly Statement[] | null;
  readonly skipped: number;
  /** Validators for the next conditional request. */
  readonly validators: { readonly etag: string | null; readonly lastModified: string | null };
  /** For a feed: how long an item stays in it at least, in milliseconds. */
  readonly windowMs: number | null;
}

/** What a record() did. */
export interface Recorded {
  /** Changes that readers are told. */
  readonly changes: number;
  readonly captureId: string;
  /** False where this very Capture had been recorded before. */
  readonly isNew: boolean;
}
