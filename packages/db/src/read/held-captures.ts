import type { CaptureFacts } from '../record/input.js';
import type { Instant } from '@vigil/timeline';
import type { Database } from '../open-database.js';

/** The Captures of a Target that were kept from readers since a moment, oldest first. */
export async function heldCaptures(db: Database, targetId: string, since: Instant): Promise<readonly CaptureFacts[]> {
  const rows = await db.prisma.capture.findMany({
    where: { targetId, errorCode: 'QUARANTINED', capturedAt: { gte: since } },
    include: { body: true, target: { select: { source: true } } },
    orderBy: { key: 'asc' },
  });
  return rows.map(({ target, body, ...row }) => ({
    targetId,
    source: target.source,
    sourceVersion: row.sourceVersion,
    url: row.url,
    via: row.via,
    origin: row.origin as CaptureFacts['origin'],
    capturedAt: row.capturedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    builtAt: row.builtAt?.toISOString() ?? null,
    status: row.status,
    headers: row.headers as Readonly<Record<string, string>>,
    rawSha256: row.rawSha256,
    completeness: row.completeness as CaptureFacts['completeness'],
    body: {
      sha256: body.sha256,
      rawSha256: body.rawSha256,
      bytes: body.bytes,
      mediaType: body.mediaType,
      location: body.location,
    },
  }));
}
