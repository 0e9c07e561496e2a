import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScotusJson } from '@vigil/dockets';
import { readPage, type Reading } from '@vigil/source-kit';
import { sharedFolder } from '@vigil/tooling/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';
import { entriesIn, eventsOf } from './events-of.js';

const source = sourceById('scotus-docket');

interface Entry {
  readonly date?: string;
  readonly text?: string;
  /** Numbers of the filings that it links to. */
  readonly filings?: readonly number[];
}

const json = (entries: readonly Entry[], head: object = {}): Buffer =>
  Buffer.from(
    JSON.stringify({
      CaseNumber: '25-90001 ',
      sJsonCreationDate: '03/09/2026',
      PetitionerTitle: 'Elm, Petitioner',
      RespondentTitle: 'Ash',
      DocketedDate: 'March 2, 2026',
      ...head,
      ProceedingsandOrder: entries.map(({ date = 'Mar 05 2026', text = 'Rescheduled.', filings = [] }) => ({
        Date: date,
        Text: text,
        Links: filings.flatMap((filing) => [
          { Description: 'Proof of Service', DocumentUrl: `/DocketPDF/25/25-90001/${filing}/2_s.pdf` },
          { Description: 'Main Document', DocumentUrl: `/DocketPDF/25/25-90001/${filing}/1_m.pdf` },
        ]),
      })),
    }),
  );

const read = (body: Uint8Array, docketNumber = '25-90001'): Reading =>
  readPage(source, { docketNumber }, { url: '', capturedAt: '', status: 200, headers: {}, body });

/** The Events of a docket that is read as each of these pages in turn. */
const told = (...pages: readonly (readonly Entry[])[]): ReturnType<typeof eventsOf> =>
  eventsOf(pages.map((entries) => ({ source: source.id, reading: read(json(entries)) })));

describe('a docket of the Supreme Court', () => {
  it('tells of the case what its head says, and when it was written', () => {
    const reading = read(json([{}], { CaseNumber: '25-90001 *** CAPITAL CASE ***' }));
    expect(reading).toMatchObject({ builtAt: '2026-03-09T04:00:00.000Z', partial: false });
    expect(reading.statements[0]).toMatchObject({
      kind: 'case',
      case: { court: 'scotus', caseId: null, docketNumber: '25-90001' },
      recordKey: 'case:25-90001',
      content: {
        caption: 'Elm, Petitioner v. Ash',
        printedNumber: '25-90001',
        filedOn: '2026-03-02',
        flags: ['CAPITAL CASE'],
      },
    });
  });

  it('knows an entry by what was filed, else by its day and words', () => {
    const [linked, bare] = entriesIn(read(json([{ text: 'Letter filed.', filings: [905002, 905001] }, {}])));
    expect(linked).toMatchObject({
      recordKey: 'entry:25-90001:doc:905001',
      keys: ['doc:905001', expect.stringMatching(/^text:2026-03-05:[0-9a-f-]{36}$/)],
      content: {
        documentId: '905001',
        documentUrl: 'https://www.supremecourt.gov/DocketPDF/25/25-90001/905002/1_m.pdf',
        text: 'Letter filed.',
        filedOn: '2026-03-05',
      },
    });
    expect(bare!.keys).toEqual([expect.stringMatching(/^text:2026-03-05:[0-9a-f-]{36}$/)]);
    expect(bare!.content).toMatchObject({ documentId: null, documentUrl: null });
  });

  it('with a text put right tells a new state of the entry, and no other entry', () => {
    const events = told(
      [{ text: 'Brief of Elm filled.', filings: [1] }],
      [{ text: 'Brief of Elm filed.', filings: [1] }],
    );
    expect(events.map(({ states }) => states.map(({ content }) => content.facts.text))).toEqual([
      ['Brief of Elm filled.', 'Brief of Elm filed.'],
    ]);
    expect(told([{ text: 'Petition GRANTED' }], [{ text: 'Petition  granted.' }])).toHaveLength(1);
  });

  it('with a link that was added later tells a new state of the entry, and no other entry', () => {
    const events = told([{}, { text: 'Letter filed.' }], [{}, { text: 'Letter filed.', filings: [7] }]);
    expect(events).toHaveLength(2);
    expect(events[0]!.states.map(({ content }) => content.kind === 'DOCKET_ENTRY' && content.facts.documentId)).toEqual(
      [null, '7'],
    );
  });

  it('keeps entries of one day with the same words apart, linked or not', () => {
    const twice = [{}, {}];
    expect(told(twice)).toHaveLength(2);
    expect(told(twice, [{ filings: [7] }, {}])).toHaveLength(2);
    expect(told(twice, [{}, { filings: [7] }])).toHaveLength(2);
    expect(told(twice, [{ filings: [7] }, { filings: [9] }])).toHaveLength(2);
    expect(told([{ filings: [7] }], [{ filings: [7] }, { filings: [9] }])).toHaveLength(2);
    // One filing that two entries link to names neither.
    expect(
      told([
        { text: 'A', filings: [7] },
        { text: 'B', filings: [7] },
      ]),
    ).toHaveLength(2);
  });

  it('is one statement an entry, whatever the entries, with keys of their own', () => {
    const entry = fc.record({
      date: fc.constantFrom('Mar 05 2026', 'Mar 06 2026'),
      text: fc.constantFrom('Rescheduled.', 'rescheduled', 'Letter filed.'),
      filings: fc.subarray([7, 8, 9]),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), (entries) => {
        const { statements, skipped } = read(json(entries));
        expect(statements).toHaveLength(entries.length + 1);
        expect(skipped).toEqual([]);
        expect(new Set(statements.map(({ recordKey }) => recordKey)).size).toBe(statements.length);
        expect(told(entries, entries).map(({ states }) => states.length)).toEqual(entries.map(() => 1));
      }),
      { numRuns: 50 },
    );
  });

  it('counts entries without a date, and is a failure where there is no other', () => {
    expect(read(json([{}, { date: '' }])).skipped).toEqual([{ reason: 'it bears no date', where: 'entry 2 of 2' }]);
    for (const entries of [[], [{ date: 'soon' }]])
      expect(() => read(json(entries))).toThrow(expect.objectContaining({ code: 'EMPTY_WITHOUT_PROOF' }));
  });

  it('of another case is refused', () => {
    expect(() => read(json([{}]), '25-90002')).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });

  it('is asked for under the number that the court writes', () => {
    for (const printed of ['25A901', '25a901', '25A0901'])
      expect(source.params.parse({ docketNumber: printed })).toEqual({ docketNumber: '25A901' });
    expect(source.plan({ docketNumber: '25A901' }).url).toBe('https://www.supremecourt.gov/RSS/Cases/JSON/25A901.json');
    for (const printed of ['', '8:17-cv-01898', '../25-90001']) {
      expect(source.params.safeParse({ docketNumber: printed }).success).toBe(false);
    }
  });

  it('is known by itself, of no other court, and among no other JSON', () => {
    const of = (body: Uint8Array, court = 'scotus'): unknown => source.paramsOfPage?.(body, court);
    expect(of(json([{}]))).toEqual({ docketNumber: '25-90001' });
    expect(of(json([{}]), 'ca9')).toBeNull();
    for (const other of ['{}', '{"CaseNumber": "25-90001"}', '[]', '<html>"CaseNumber" "ProceedingsandOrder"</html>'])
      expect(of(Buffer.from(other))).toBeNull();
  });

  it('is stored once while nothing but the day of its making changes', () => {
    const canonical = (day: string): Uint8Array => source.canonical(json([{}], { sJsonCreationDate: day }));
    expect(canonical('03/09/2026')).toEqual(canonical('03/10/2026'));
    expect(canonical('03/09/2026')).not.toEqual(source.canonical(json([{}, {}])));
  });
});

describe('recorded dockets of the Supreme Court', () => {
  it('are told whole: 84 entries, each one Event, and nothing new when they are seen again', () => {
    const folder = join(sharedFolder('conformance'), 'scotus_json');
    const files = readdirSync(folder).filter((name) => name.endsWith('.compare.json'));
    expect(files).toHaveLength(5);
    let count = 0;
    for (const file of files) {
      const body = readFileSync(join(folder, file));
      const params = source.paramsOfPage!(body, 'scotus') as { readonly docketNumber: string };
      const reading = read(body, params.docketNumber);
      const entries = entriesIn(reading);
      expect(reading.skipped).toEqual([]);
      expect(entries).toHaveLength(readScotusJson(body).entries.length);
      expect(new Set(entries.map(({ recordKey }) => recordKey)).size).toBe(entries.length);
      const events = eventsOf(
        [reading, read(body, params.docketNumber)].map((of) => ({ source: source.id, reading: of })),
      );
      expect(events.map(({ states, possibleDuplicateOf }) => [states.length, possibleDuplicateOf])).toEqual(
        entries.map(() => [1, []]),
      );
      count += entries.length;
    }
    expect(count).toBe(84);
  });
});
