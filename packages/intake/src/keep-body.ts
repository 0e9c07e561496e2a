import type { Archive } from '@vigil/archive';
import type { BodyFacts, LatestCapture } from '@vigil/db';
import type { AnySource } from '@vigil/source-kit';
import { createHash } from 'node:crypto';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes as received, and where they are kept. */
export interface KeptBody {
  readonly rawSha256: string;
  readonly body: BodyFacts;
}

/**
 * Archives a body, or what its Source lets be kept of it, before anything of it is parsed. One that differs from the latest
 * only in its volatile parts (a build date) is not stored again. `rawSha256` is that of the bytes as received. Throws what
 * the Source's `redact` throws.
 */
export async function keepBody(
  archive: Archive,
  source: AnySource,
  {
    bytes,
    mediaType,
    latest,
  }: { readonly bytes: Uint8Array; readonly mediaType: string | null; readonly latest: LatestCapture | undefined },
): Promise<KeptBody> {
  const kept = source.redact ? source.redact(bytes) : bytes;
  const canonicalSha256 = sha256(source.canonical(kept));
  if (latest?.bodySha256 === canonicalSha256) {
    const { bodySha256, bodyRawSha256, bytes: size, mediaType: type, location } = latest;
    return {
      rawSha256: sha256(bytes),
      body: { sha256: bodySha256, rawSha256: bodyRawSha256, bytes: size, mediaType: type, location },
    };
  }
  const stored = await archive.put(kept);
  return {
    rawSha256: sha256(bytes),
    body: {
      sha256: canonicalSha256,
      rawSha256: stored.sha256,
      bytes: stored.bytes,
      mediaType,
      location: stored.location,
    },
  };
}
