/** Statements of invented cases in real courts, and the readings that hold them. */
import { ensureTarget, type Database, type RecordInput } from '@vigil/db';
import type { CaseStatement, DocketEntryStatement, Statement } from '@vigil/timeline';
import { createHash, randomUUID } from 'node:crypto';

/** A docket entry; every member has a value of its own. */
export interface EntryShape {
  readonly court?: string;
  readonly caseId?: string;
  readonly seq?: number | null;
  readonly number?: string;
  readonly labels?: readonly string[];
  readonly text?: string | null;
  readonly enteredAt?: string | null;
  readonly filedOn?: string | null;
}

export const at = (minutes: number): string => new Date(Date.UTC(2026, 2, 1, 17, minutes)).toISOString();

const docketNumber = (caseId: string): string => `8:26-cv-${caseId.padStart(5, '0')}`;

export function entry({
  court = 'cacd',
  caseId = '100',
  seq = 1,
  number,
  labels = ['Order'],
  text = null,
  enteredAt = at(0),
  filedOn = null,
}: EntryShape = {}): DocketEntryStatement {
  const keys = [...(seq === null ? [] : [`seq:${seq}`]), ...(number === undefined ? [] : [`no:${number}`])];
  return {
    kind: 'docket_entry',
    case: { court, caseId, docketNumber: docketNumber(caseId) },
    recordKey: `${court} ${caseId} ${keys[0]}`,
    keys,
    content: {
      number: number ?? null,
      documentId: null,
      documentUrl: null,
      labels: [...labels].sort(),
      text,
      filedOn,
      enteredAt,
      zone: 'America/Los_Angeles',
    },
  };
}

export function caption(caseId: string, text: string, court = 'cacd'): CaseStatement {
  return {
    kind: 'case',
    case: { court, caseId, docketNumber: docketNumber(caseId) },
    recordKey: `${court} case ${caseId}`,
    content: {
      caption: text,
      printedNumber: `${docketNumber(caseId)}-ABC-DEF`,
      caseType: null,
      office: null,
      chapter: null,
      trustee: null,
    },
  };
}

export const feedTarget = (db: Database, court = 'cacd', name = 'feed'): Promise<string> =>
  ensureTarget(db, { source: 'cmecf-rss', params: { court, name }, title: `RSS feed of ${court}`, courtId: court });

/** A reading of a Target, as a Check would record it. */
export function reading(targetId: string, capturedAt: string, statements: readonly Statement[]): RecordInput {
  const sha256 = createHash('sha256')
    .update(targetId + capturedAt + JSON.stringify(statements))
    .digest('hex');
  return {
    check: { id: randomUUID(), startedAt: capturedAt },
    capture: {
      targetId,
      source: 'cmecf-rss',
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
    windowMs: 86_400_000,
  };
}
