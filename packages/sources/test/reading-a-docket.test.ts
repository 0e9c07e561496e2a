import { readPage, type Reading } from '@vigil/source-kit';
import type { CaseStatement, DocketEntryStatement } from '@vigil/timeline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';

const source = sourceById('cmecf-docket');

/** A link to a document: its last digits, and the court's row id. */
const link = (number: string, sequence: number, document = `96${number.padStart(6, '0')}`): string =>
  `<a href="/doc1/0311${document}" onClick="goDLS('/doc1/0311${document}','990007','${sequence}','','1','1','','');return(false);">${number}</a>`;

interface Row {
  readonly filed?: string;
  readonly number?: string;
  readonly text?: string;
}

const rowOf = ({ filed = '12/14/2017', number = '', text = 'ORDER. (Entered: 12/14/2017)' }: Row): string =>
  `<tr><td>${filed}</td><td align=right>${number}&nbsp;</td><td>${text}</td></tr>`;

const report = (rows: readonly Row[], foot = ''): Buffer =>
  Buffer.from(`<html><head><title>CM/ECF</title></head><body><h3>U.S. District Court<br>CIVIL DOCKET FOR CASE #: 5:17-cv-90007-ABC</h3>
<table><tr><td>Elm v. Ash<br>Assigned to: Judge Rook</td><td>Date Filed: 12/01/2017<br>Nature of Suit: 463 Habeas Corpus - Alien Detainee</td></tr></table>
<table><tr><td>Date Filed</td><th>#</th><td>Docket Text</td></tr>${rows.map(rowOf).join('\n')}</table>${foot}</body></html>`);

const receipt = (criteria: string): string =>
  `<table><tr><th>PACER Service Center</th></tr><tr><td>12/15/2017 09:30:00</td></tr><tr><th>Search Criteria:</th><td>${criteria}</td><th>Billable Pages:</th></tr></table>`;

const read = (body: Buffer, params: unknown = { court: 'cacd', caseId: '990007' }): Reading =>
  readPage(source, params, { url: '', capturedAt: '', status: 200, headers: {}, body });

const keysOf = (rows: readonly Row[]): readonly (readonly string[])[] =>
  read(report(rows))
    .statements.filter((statement): statement is DocketEntryStatement => statement.kind === 'docket_entry')
    .map(({ keys }) => keys);

describe('a docket report', () => {
  it('tells of the case what its head says', () => {
    const [statement] = read(report([{}])).statements as readonly CaseStatement[];
    expect(statement).toMatchObject({
      kind: 'case',
      case: { court: 'cacd', caseId: '990007', docketNumber: '5:17-cv-90007' },
      content: {
        caption: 'Elm v. Ash',
        printedNumber: '5:17-cv-90007-ABC',
        filedOn: '2017-12-01',
        assignedTo: 'Judge Rook',
        natureOfSuit: '463 Habeas Corpus - Alien Detainee',
        flags: [],
      },
    });
  });

  it('tells of an entry its text and both dates, and by its link who it is', () => {
    const [, entry] = read(
      report([{ filed: '12/13/2017', number: link('4', 31), text: 'ORDER granting. (Entered: 12/14/2017)' }]),
    ).statements;
    expect(entry).toMatchObject({
      recordKey: 'entry:990007:seq:31',
      keys: ['seq:31', 'no:4', 'doc:031096000004', expect.stringMatching(/^text:2017-12-14:/)],
      content: {
        number: '4',
        text: 'ORDER granting. (Entered: 12/14/2017)',
        labels: null,
        filedOn: '2017-12-13',
        enteredOn: '2017-12-14',
        enteredAt: null,
        zone: 'America/Los_Angeles',
      },
    });
  });

  it('knows a row without a link by its number, and by its day and words; it may be looked for by its day', () => {
    const [numbered, unnumbered, word] = keysOf([{ number: '5' }, {}, { number: 'doc', text: 'Record sent.' }]);
    expect(unnumbered).toEqual([`${numbered![1]}:2`, 'day:2017-12-14']);
    expect(numbered).toEqual(['no:5', expect.stringMatching(/^text:2017-12-14:[0-9a-f-]{36}$/), 'day:2017-12-14']);
    expect(word).toEqual([expect.stringMatching(/^text:2017-12-14:/), 'day:2017-12-14']);
  });

  it('keeps twins apart: two rows with the same words, and two with one number', () => {
    const twins = keysOf([{}, {}]).map(([key]) => key);
    expect(new Set(twins).size).toBe(2);
    expect(twins[1]).toBe(`${twins[0]}:2`);
    expect(
      keysOf([
        { number: '5', text: 'A' },
        { number: '5', text: 'B' },
      ]).flat(),
    ).not.toContain('no:5');
    expect(keysOf([{ number: link('5', 7) }, { number: link('5', 8) }])).toEqual([
      ['seq:7', twins[0]],
      ['seq:8', twins[1]],
    ]);
  });

  it('is one statement a row, whatever the rows, with keys of their own', () => {
    const row = fc.record({
      number: fc.constantFrom('', '5', '6', 'doc', link('5', 7), link('6', 8), link('6', 7)),
      text: fc.constantFrom('ORDER.', 'Order.', 'Minutes. (Entered: 12/15/2017)'),
      filed: fc.constantFrom('12/14/2017', '12/15/2017'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const { statements, skipped } = read(report(rows));
        expect(statements).toHaveLength(rows.length + 1);
        expect(skipped).toEqual([]);
        expect(new Set(statements.map(({ recordKey }) => recordKey)).size).toBe(statements.length);
      }),
    );
  });

  it('counts rows without any date', () => {
    const reading = read(report([{ filed: '', text: 'HARD COPY SHEET' }, {}]));
    expect(reading.statements).toHaveLength(2);
    expect(reading.skipped).toEqual([{ reason: 'it bears no date', where: '1 of 2 rows' }]);
  });

  it('is whole only where its receipt says so, and tells when it was made', () => {
    expect(read(report([{}]))).toMatchObject({ partial: true, builtAt: null });
    const whole = read(report([{}], receipt('5:17-cv-90007-ABC')));
    expect(whole).toMatchObject({ partial: false, builtAt: '2017-12-15T17:30:00.000Z' });
    expect(read(report([{}], receipt('5:17-cv-90007 Starting with document: 4')))).toMatchObject({ partial: true });
  });

  it('of another case is refused, as is a page that is none', () => {
    const wrong = (params: unknown): string => {
      try {
        read(report([{ number: link('4', 31) }]), params);
        return 'read';
      } catch (error) {
        return String((error as { code?: string }).code);
      }
    };
    expect(wrong({ court: 'cacd', caseId: '990008' })).toBe('BAD_INPUT');
    expect(wrong({ court: 'cacd', docketNumber: '5:17-cv-90008' })).toBe('BAD_INPUT');
    expect(wrong({ court: 'cacd', docketNumber: '5:17-cv-90007' })).toBe('read');
    expect(() => read(Buffer.from('<html><body>Case not found.</body></html>'))).toThrow('Case not found');
  });

  it('is known by itself: whose docket it is', () => {
    expect(source.paramsOfPage?.(report([{ number: link('4', 31) }]), 'cacd')).toEqual({
      court: 'cacd',
      caseId: '990007',
    });
    expect(source.paramsOfPage?.(report([{}]), 'cacd')).toEqual({ court: 'cacd', docketNumber: '5:17-cv-90007' });
    for (const front of [
      '\n<!-- saved from url=(0071)https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?1-L_1_0-1 -->\n',
      '<script>x()</script>',
    ])
      expect(source.paramsOfPage?.(Buffer.concat([Buffer.from(front), report([{}])]), 'cacd')).not.toBeNull();
    expect(source.paramsOfPage?.(Buffer.from('<?xml version="1.0"?><rss></rss>'), 'cacd')).toBeNull();
  });

  it('is stored without the receipt, which differs at each look', () => {
    const [a, b] = ['12/15/2017', '12/16/2017'].map((day) => report([{}], receipt('x').replace('12/15/2017', day)));
    expect(Buffer.from(source.canonical(a!))).toEqual(Buffer.from(source.canonical(b!)));
  });
});
