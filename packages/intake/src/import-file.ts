import { ensureTarget, latestCapture, record, type Recorded } from '@vigil/db';
import { VigilError } from '@vigil/errors';
import { assertHealthy, completenessOf, readPage, type AnySource } from '@vigil/source-kit';
import { identifyPage } from './identify-page.js';
import { keepBody } from './keep-body.js';
import type { Rooms } from './rooms.js';

/** A page that a person saved. */
export interface ImportedFile {
  /** What the page is; `null`: the one Source that knows it. */
  readonly source: string | null;
  /** Whose page it is: a court's id or alias; pages that say it themselves (mails) are not asked. */
  readonly court: string;
  readonly bytes: Uint8Array;
  /** When the bytes left the publisher (UTC); `null`: what the page itself says. */
  readonly capturedAt: string | null;
}

/** What an import did. */
export interface Imported extends Recorded {
  readonly source: string;
  readonly targetId: string;
  /** Court id; `null` for a page of none. */
  readonly court: string | null;
  /** What the page is of, for a person: `RSS feed of District of New Jersey`. */
  readonly title: string;
  readonly capturedAt: string;
  readonly statements: number;
  readonly skipped: number;
}

/**
 * Records a page that a person saved, as of the time it left the publisher and not the time of
 * import: an older page never overrides a newer one. Throws what the Source's `parse` throws,
 * UNKNOWN_SOURCE, UNKNOWN_FORMAT where no Source knows the page, and BAD_INPUT where neither the page nor the caller
 * says when it was made.
 */
export async function importFile(
  { db, archive, sources, now }: Omit<Rooms, 'fetcher' | 'mailbox'>,
  file: ImportedFile,
): Promise<Imported> {
  const { source, params } = identifyPage(sources, file);
  const title = source.describe(params);
  const targetId = await ensureTarget(db, {
    source: source.id,
    params,
    title,
    courtId: source.court(params),
  });
  const url = addressOf(source, params);
  const kept = await keepBody(archive, source, {
    bytes: file.bytes,
    mediaType: null,
    latest: await latestCapture(db, targetId),
  });
  const page = { url, capturedAt: file.capturedAt ?? '', status: 200, headers: {}, body: file.bytes };
  assertHealthy(page);
  const reading = readPage(source, params, page);
  const { statements, skipped, builtAt } = reading;
  const capturedAt = file.capturedAt ?? builtAt;
  if (capturedAt === null)
    throw new VigilError('BAD_INPUT', 'the page does not say when it was made: say --captured-at');
  if (Date.parse(capturedAt) > now())
    throw new VigilError('BAD_INPUT', `the page would be from the future: ${capturedAt}`);
  const recorded = await record(db, {
    check: null,
    capture: {
      targetId,
      source: source.id,
      sourceVersion: source.version,
      url,
      via: null,
      origin: 'IMPORTED',
      capturedAt,
      receivedAt: new Date(now()).toISOString(),
      builtAt,
      status: 200,
      headers: {},
      completeness: completenessOf(source, reading),
      ...kept,
    },
    statements,
    skipped: skipped.length,
    validators: { etag: null, lastModified: null },
    windowMs: null,
  });
  return {
    ...recorded,
    source: source.id,
    targetId,
    court: source.court(params),
    title,
    capturedAt,
    statements: statements.length,
    skipped: skipped.length,
  };
}

/** Where the page would be found; one that is at no address that is known, a person may still have. */
function addressOf(source: AnySource, params: unknown): string {
  try {
    return source.plan(params).url;
  } catch (error) {
    if (error instanceof VigilError && (error.code === 'NO_FEED' || error.code === 'ATTENDED_ONLY')) return '';
    throw error;
  }
}
