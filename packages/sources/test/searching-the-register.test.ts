import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseParams, readPage, type Reading } from '@vigil/source-kit';
import { captureKey, mergeEvents, observe, seenOnce, type EventStatement } from '@vigil/timeline';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';

const source = sourceById('federal-register');
const agencies = ['harbour-department', 'ferry-services-administration'];
const answer = JSON.parse(
  readFileSync(join(import.meta.dirname, '../src/federal-register/fixtures/busy/response.json'), 'utf8'),
) as { results: Record<string, unknown>[] };

function read(body: unknown, params: object = { agencies }): Reading {
  const known = parseParams(source, params);
  const headers = { 'content-type': 'application/json' };
  const { url } = source.plan(known);
  const page = {
    url,
    capturedAt: '2026-03-06T15:00:00.000Z',
    status: 200,
    headers,
    body: Buffer.from(JSON.stringify(body)),
  };
  return readPage(source, known, page);
}
const documents = ({ statements }: Reading): readonly EventStatement[] =>
  statements.filter((statement) => statement.kind !== 'case');
const [first] = answer.results;
const withFirst = (changes: object): unknown => ({
  ...answer,
  results: [{ ...first, ...changes }, ...answer.results.slice(1)],
});

describe('the Federal Register', () => {
  it('is one search, and one Target, in whatever order it is told', () => {
    const address = (params: object): string => source.plan(parseParams(source, params)).url;
    expect(address({ agencies: agencies.toReversed(), type: 'RULE' })).toBe(
      address({ agencies, type: ['RULE', 'RULE'] }),
    );
    expect(parseParams(source, { agencies: agencies[0], term: ' tides ' })).toEqual({
      agencies: [agencies[0]],
      term: 'tides',
      type: [],
    });
    expect(address({ term: 'a&b=c "d"' })).toMatch(/&conditions%5Bterm%5D=a%26b%3Dc\+%22d%22$/);
  });

  it.each([
    [{}, 'wants agencies, a term, or both'],
    [{ type: 'RULE' }, 'wants agencies, a term, or both'],
    [{ agencies: 'Harbour Department' }, 'agencies.0: wants a slug'],
    [{ term: 'tides', type: 'Rule' }, 'type.0'],
    [{ term: 'tides', agency: 'x' }, 'agency'],
  ])('refuses %o', (params, message) => {
    expect(() => parseParams(source, params)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', message: expect.stringContaining(message) }),
    );
  });

  it('has one Event of a document that two searches find, from their two answers', () => {
    const rules = { ...answer, results: answer.results.filter(({ type }) => type === 'Rule') };
    const both = [...documents(read(answer)), ...documents(read(rules, { term: 'fees', type: 'RULE' }))];
    const events = mergeEvents(
      both.map((statement, n) => ({
        observation: observe(source.id, statement),
        runs: [seenOnce(`search ${n}`, captureKey(`2026-03-06T15:00:0${n}.000Z`, '0'.repeat(16)))],
      })),
    );
    expect(both).toHaveLength(answer.results.length + rules.results.length);
    expect(events).toHaveLength(answer.results.length);
    expect(events.every(({ states }) => states.length === 1)).toBe(true);
  });

  it('is read row by row, and what cannot be trusted is skipped', () => {
    const rest = documents(read(answer)).length - 1;
    for (const changes of [
      { publication_date: '2026-06-03' }, // not the day of its address
      { publication_date: '03/06/2026' },
      { document_number: 26 },
      { html_url: 'javascript:alert(1)' },
      { title: '' },
    ]) {
      const reading = read(withFirst(changes));
      expect([documents(reading).length, reading.skipped.length]).toEqual([rest, 1]);
    }
  });

  it('leaves out numbers of persons', () => {
    const told = JSON.stringify(read(withFirst({ abstract: 'In re A099-000-001', title: 'Matter of A 099 000 001' })));
    expect(told).not.toMatch(/099.?000.?001/);
  });

  it('is empty only where it says so', () => {
    expect(read({ count: 0 }).statements).toEqual([]);
    for (const body of [
      { count: 7 },
      { count: 7, results: [] },
      {},
      { results: [] },
      { errors: { type: 'is not valid' } },
    ])
      expect(() => read(body)).toThrow(expect.objectContaining({ code: 'BAD_RECORD' }));
  });
});
