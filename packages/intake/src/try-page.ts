import { preview, type PreviewedChange } from '@vigil/db';
import type { Fetched } from '@vigil/fetcher';
import { completenessOf, readPage, type AnySource, type Reading } from '@vigil/source-kit';
import { createHash } from 'node:crypto';
import { assertAnswered } from './assert-answered.js';
import type { Rooms } from './rooms.js';

/** What a page says, and what readers would hear of it. */
export interface TriedPage {
  readonly reading: Reading;
  readonly changes: readonly PreviewedChange[];
}

/**
 * Reads a page as a Check would, and tells what would change; records and archives nothing. Throws what the Source's
 * `parse` throws, and FETCH_* for a page that is none.
 */
export async function tryPage(
  { db }: Pick<Rooms, 'db'>,
  source: AnySource,
  { params, fetched }: { readonly params: unknown; readonly fetched: Fetched },
): Promise<TriedPage> {
  assertAnswered(source, fetched);
  const { finalUrl: url, status, headers, body, receivedAt } = fetched;
  const reading = readPage(source, params, { url, capturedAt: receivedAt, status, headers, body });
  const sha256 = createHash('sha256').update(body).digest('hex');
  const changes = await preview(
    db,
    { source: source.id, params, title: source.describe(params), courtId: source.court(params) },
    {
      check: null,
      capture: {
        source: source.id,
        sourceVersion: source.version,
        url,
        via: fetched.via,
        origin: 'FETCHED',
        capturedAt: receivedAt,
        receivedAt,
        builtAt: reading.builtAt,
        status,
        headers,
        rawSha256: sha256,
        completeness: completenessOf(source, reading),
        body: {
          sha256,
          rawSha256: sha256,
          bytes: body.length,
          mediaType: headers['content-type'] ?? null,
          location: sha256,
        },
      },
      statements: reading.statements,
      skipped: reading.skipped.length,
      validators: fetched.validators,
      windowMs: null,
    },
  );
  return { reading, changes };
}
