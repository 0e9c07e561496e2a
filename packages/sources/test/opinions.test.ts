import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { courtById } from '@vigil/dockets';
import { parseParams, readPage, type Reading } from '@vigil/source-kit';
import type { PublicationFacts } from '@vigil/timeline';
import { describe, expect, it } from 'vitest';
import { readPackageId } from '../src/govinfo-opinions/package-id.js';
import { sourceById } from '../src/index.js';

const source = sourceById('govinfo-opinions');
const feed = readFileSync(join(import.meta.dirname, '../src/govinfo-opinions/fixtures/quiet/response.xml'), 'utf8');

function read(text: string, court = 'cacd'): Reading {
  const params = parseParams(source, { court });
  const headers = { 'content-type': 'application/xml' };
  const { url } = source.plan(params);
  return readPage(source, params, {
    url,
    capturedAt: '2026-03-06T00:06:00.000Z',
    status: 200,
    headers,
    body: Buffer.from(text),
  });
}

describe('an id of GovInfo', () => {
  it.each([
    ['cacd', 'USCOURTS-cacd-8_17-cv-01898', '8:17-cv-01898'],
    ['cacd', 'USCOURTS-cacd-8_17-cv-01898-12', '8:17-cv-01898'],
    ['cacd', 'USCOURTS-cacd-2_24-cr-90033-0', '2:24-cr-90033'],
    ['miwb', 'USCOURTS-miwb-1_05-ap-80573', '1:05-ap-80573'],
    ['nysb', 'USCOURTS-nysb-26-00888', '26-00888'],
    ['ca9', 'USCOURTS-ca9-15-35824', '15-35824'],
    ['ca8', 'USCOURTS-ca8-24-03137-0', '24-3137'],
    ['cafc', 'USCOURTS-ca13-26-90003', '26-90003'],
    ['cofc', 'USCOURTS-cofc-1_16-vv-01234', '1:16-vv-01234'],
    ['cit', 'USCOURTS-cit-1_26-cv-00099', '1:26-cv-00099'],
  ])('of %s, %s, is of the Case %s', (court, id, docketNumber) => {
    expect(readPackageId(id, courtById(court))).toEqual({ id, docketNumber });
  });

  it.each([
    ['another court', 'USCOURTS-casd-8_17-cv-01898'],
    ['another collection', 'FR-2026-03-05'],
    ['no number', 'USCOURTS-cacd-'],
    ['a number of no known form', 'USCOURTS-cacd-15-35824'],
    ['more behind it', 'USCOURTS-cacd-8_17-cv-01898-0-1'],
  ])('that is of %s is none of this court', (_what, id) => {
    expect(readPackageId(id, courtById('cacd'))).toBeNull();
  });
});

describe('opinions on GovInfo', () => {
  it('are asked of the feed of their court, and of no court that has none there', () => {
    const address = (court: string): string => source.plan(parseParams(source, { court })).url;
    expect(address('CACD')).toBe('https://www.govinfo.gov/rss/uscourts-cacd.xml');
    expect(address('cafc')).toBe('https://www.govinfo.gov/rss/uscourts-ca13.xml');
    for (const court of ['scotus', 'bap9', 'cavc'])
      expect(() => address(court)).toThrow(expect.objectContaining({ code: 'NO_FEED' }));
    for (const court of ['fedreg', 'atlantis'])
      expect(() => address(court)).toThrow(expect.objectContaining({ code: 'UNKNOWN_COURT' }));
  });

  it('stand at the moment at which GovInfo published them, in the Case', () => {
    const [opinion] = read(feed).statements;
    expect(opinion!.case).toEqual({ court: 'cacd', caseId: null, docketNumber: '5:25-cv-90404' });
    expect(opinion!.content as PublicationFacts).toMatchObject({
      publishedAt: '2026-03-05T22:10:44.000Z',
      type: 'OPINION',
    });
  });

  it.each([
    ['of another court', 'USCOURTS-cacd-', 'USCOURTS-casd-'],
    ['of another site', 'https://www.govinfo.gov/app', 'https://www.govinfo.example/app'],
    ['without a title', /<title>5[^<]*/, '<title>'],
    ['without a time', /<pubDate>[^<]*/, '<pubDate>soon'],
  ])('%s are skipped; a feed without any is a failure', (_what, part, other) => {
    const items = /<item>[^]*<\/item>/.exec(feed)![0];
    const bad = items.replaceAll(new RegExp(part, 'g'), other);
    expect(bad).not.toBe(items);
    const reading = read(feed.replace(items, items + bad));
    expect([reading.statements.length, reading.skipped.length]).toEqual([1, 1]);
    expect(() => read(feed.replace(items, bad))).toThrow(expect.objectContaining({ code: 'EMPTY_WITHOUT_PROOF' }));
    expect(() => read(feed.replace(items, ''))).toThrow(expect.objectContaining({ code: 'EMPTY_WITHOUT_PROOF' }));
  });
});
