// Invented entries, as a court's feed tells them, and the reading that holds them.
import { createHash } from 'node:crypto';

const zone = 'America/Los_Angeles';
const from = Date.UTC(2020, 0, 1, 17);

/** Entry `n` of a case; twenty a day. */
export function entryOf(caseId, n) {
  const enteredAt = new Date(from + Math.floor(n / 20) * 86_400_000 + (n % 20) * 60_000).toISOString();
  return {
    kind: 'docket_entry',
    case: { court: 'cacd', caseId, docketNumber: `8:20-cv-${caseId.padStart(5, '0')}` },
    recordKey: `entry:${caseId}:seq:${n}`,
    keys: [`seq:${n}`, `no:${n}`, `doc:0310${caseId}${n}`],
    content: {
      number: String(n),
      documentId: `0310${caseId}${n}`,
      documentUrl: null,
      labels: ['Order'],
      text: `ORDER number ${n} in the matter of case ${caseId}, of which the court says so much and no more.`,
      filedOn: null,
      enteredAt,
      zone,
    },
  };
}

/** A page of a Target at a moment (milliseconds since 1970). */
export function readingOf(targetId, at, statements) {
  const sha256 = createHash('sha256').update(`${targetId} ${at}`).digest('hex');
  const capturedAt = new Date(at).toISOString();
  return {
    check: null,
    capture: {
      targetId,
      source: 'cmecf-rss',
      sourceVersion: 1,
      url: 'https://ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl',
      via: null,
      origin: 'IMPORTED',
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
    windowMs: null,
  };
}
