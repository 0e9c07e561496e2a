import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseParams, readPage, type Reading } from '@vigil/source-kit';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';
import { eventsOf } from './events-of.js';

const source = sourceById('govinfo-case');
const metadata = readFileSync(join(import.meta.dirname, '../src/govinfo-case/fixtures/busy/response.xml'), 'utf8');

function read(text: string, docketNumber = '8:26-cv-90001', court = 'cacd'): Reading {
  const params = parseParams(source, { court, docketNumber });
  return readPage(source, params, {
    url: source.plan(params).url,
    capturedAt: '2026-03-06T00:06:00.000Z',
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: Buffer.from(text),
  });
}

function codeOf(text: string, docketNumber?: string): unknown {
  try {
    return read(text, docketNumber).statements.length;
  } catch (error) {
    return (error as { readonly code?: string }).code;
  }
}

describe('the metadata of a package', () => {
  it.each([
    ['cacd', 'SACV 26-90001-ARQ (JDEx)', 'USCOURTS-cacd-8_26-cv-90001'],
    ['cacd', '8:26-cv-90001-ARQ-JDE', 'USCOURTS-cacd-8_26-cv-90001'],
    ['ca9', '26-9003', 'USCOURTS-ca9-26-09003'],
    ['cafc', '26-90003', 'USCOURTS-ca13-26-90003'],
  ])('of %s %s is asked for by the id of %s', (court, docketNumber, id) => {
    const { url } = source.plan(parseParams(source, { court, docketNumber }));
    expect(url).toBe(`https://www.govinfo.gov/metadata/pkg/${id}/mods.xml`);
  });

  it('is of no court whose opinions are not collected, and of no case without a number', () => {
    for (const [court, docketNumber, code] of [
      ['scotus', '26-90003', 'NO_FEED'],
      ['atlantis', '26-90003', 'UNKNOWN_COURT'],
      ['cacd', 'the case of the petrels', 'BAD_INPUT'],
    ])
      expect(() => parseParams(source, { court, docketNumber })).toThrow(expect.objectContaining({ code }));
  });

  it('of another case is refused, as is what is no metadata, is cut off, or could define entities', () => {
    expect(codeOf(metadata, '8:26-cv-90002')).toBe('BAD_INPUT');
    expect(codeOf('<rss version="2.0"></rss>')).toBe('BAD_RECORD');
    expect(codeOf(metadata.slice(0, metadata.lastIndexOf('</mods>')))).toBe('PAGE_TRUNCATED');
    expect(codeOf(metadata.replace('<mods', '<!DOCTYPE mods [<!ENTITY a "b">]><mods'))).toBe('PAGE_TRUNCATED');
    expect(codeOf(metadata.replace('<mods', `${'<mods>'.repeat(2000)}<mods`))).toBe('PAGE_TRUNCATED');
    expect(codeOf(metadata.replaceAll(/<relatedItem type="constituent"[^]*<\/relatedItem>/g, ''))).toBe(
      'EMPTY_WITHOUT_PROOF',
    );
  });

  it('skips an opinion without a day, with the id of another, or of another package, and reads the others', () => {
    const { statements, skipped } = read(
      metadata
        .replaceAll('2026-01-12', 'January 12')
        .replace('<accessId>USCOURTS-cacd-8_26-cv-90001-3<', '<accessId>USCOURTS-cacd-8_26-cv-90001-2<')
        .replace('<accessId>USCOURTS-cacd-8_26-cv-90001-4<', '<accessId>USCOURTS-cacd-8_26-cv-90009-4<'),
    );
    expect(statements).toHaveLength(3);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'it bears no date',
      'another has its id',
      'its id is not one of the package',
    ]);
  });

  it('that changes and changes back is two revisions of one Event', () => {
    const edited = metadata.replaceAll('denying 44 Motion', 'granting 44 Motion');
    const pages = [metadata, edited, metadata].map((text) => ({ source: source.id, reading: read(text) }));
    const events = eventsOf(pages);
    const event = events.find(({ keys }) => keys.includes('pub:USCOURTS-cacd-8_26-cv-90001-3'));
    expect(events).toHaveLength(5);
    expect(event?.states.map(({ content }) => /(granting|denying) 44/.exec(content.facts.text ?? '')?.[1])).toEqual([
      'denying',
      'granting',
      'denying',
    ]);
  });

  it('is the same news when only its own record changes', () => {
    const later = metadata.replaceAll('2026-03-06</recordChangeDate>', '2026-04-01</recordChangeDate>');
    expect(later).not.toBe(metadata);
    expect(Buffer.from(source.canonical(Buffer.from(later)))).toEqual(
      Buffer.from(source.canonical(Buffer.from(metadata))),
    );
  });
});
