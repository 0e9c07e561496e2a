/** Values for the tests: invented cases of a real court. */
import type { DocketEntryStatement, PublicationStatement, Statement } from '@vigil/timeline';
import { createTestDatabase } from '@vigil/tooling/testing';
import { createHash, randomUUID } from 'node:crypto';
import { ensureTarget, openDatabase, type Database, type RecordInput } from '../src/index.js';

export const day = 86_400_000;
export const minute = (n: number): string => `2026-03-01T00:${String(n).padStart(2, '0')}:00.000Z`;

export interface OpenTestDatabase {
  readonly db: Database;
  readonly url: string;
  close(): Promise<void>;
}

export async function openTestDatabase(): Promise<OpenTestDatabase> {
  const { url, drop } = await createTestDatabase();
  const db = await openDatabase({ url });
  return {
    db,
    url,
    close: async () => {
      await db.close();
      await drop();
    },
  };
}

export const makeTarget = (db: Database, name = 'feed'): Promise<string> =>
  ensureTarget(db, { source: 'test-feed', params: { name }, title: `Test feed ${name}`, courtId: 'cacd' });

export interface EntryShape {
  readonly caseId?: string;
  readonly seq?: number;
  readonly number?: string;
  readonly labels?: readonly string[];
  readonly text?: string;
  readonly enteredAt?: string;
}

export function entry({
  caseId = '100',
  seq,
  number,
  labels = ['Order'],
  text,
  enteredAt = minute(0),
}: EntryShape): DocketEntryStatement {
  const keys = [...(seq === undefined ? [] : [`seq:${seq}`]), ...(number === undefined ? [] : [`no:${number}`])];
  return {
    kind: 'docket_entry',
    case: { court: 'cacd', caseId, docketNumber: `8:26-cv-00${caseId}` },
    recordKey: `${caseId}/${keys[0]}`,
    keys,
    content: {
      number: number ?? null,
      documentId: null,
      documentUrl: null,
      labels: [...labels].sort(),
      text: text ?? null,
      filedOn: null,
      enteredAt,
      zone: 'America/Los_Angeles',
    },
  };
}

/** A publication that belongs to the docket of `caseId`, as an opinion does; without a day it stands where it was seen. */
export function published(caseId: string, publisherId: string, title: string): PublicationStatement {
  return {
    kind: 'publication',
    case: { court: 'cacd', caseId, docketNumber: `8:26-cv-00${caseId}` },
    recordKey: `${caseId}/pub:${publisherId}`,
    keys: [`pub:${publisherId}`],
    content: {
      publisherId,
      type: 'OPINION',
      title,
      text: null,
      url: null,
      issuers: null,
      dockets: null,
      publishedOn: null,
      publishedAt: null,
      zone: 'America/Los_Angeles',
    },
  };
}

export const caption = (caseId: string, text: string): Statement => ({
  kind: 'case',
  case: { court: 'cacd', caseId, docketNumber: `8:26-cv-00${caseId}` },
  recordKey: `case:${caseId}`,
  content: {
    caption: text,
    printedNumber: `8:26-cv-00${caseId}`,
    caseType: null,
    office: null,
    chapter: null,
    trustee: null,
  },
});

/** A page as a Check (or, with `check: null`, an import) would record it. */
export function page(
  targetId: string,
  capturedAt: string,
  statements: readonly Statement[],
  changes: Partial<RecordInput> = {},
): RecordInput {
  const sha256 = createHash('sha256')
    .update(capturedAt + JSON.stringify(statements))
    .digest('hex');
  return {
    check: { id: randomUUID(), startedAt: capturedAt },
    capture: {
      targetId,
      source: 'test-feed',
      sourceVersion: 1,
      url: 'https://ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl',
      via: 'http://127.0.0.1:1',
      origin: 'FETCHED',
      capturedAt,
      receivedAt: capturedAt,
      builtAt: null,
      status: 200,
      headers: {},
      rawSha256: sha256,
      completeness: 'WINDOW',
      body: { sha256, rawSha256: sha256, bytes: 1, mediaType: 'text/xml', location: sha256 },
    },
    statements,
    skipped: 0,
    validators: { etag: null, lastModified: null },
    windowMs: day,
    ...changes,
  };
}
