import { scrubbed } from '@vigil/dockets';
import { readPage, type Reading } from '@vigil/source-kit';
import type { CaseStatement, DocketEntryStatement } from '@vigil/timeline';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';

const source = sourceById('acms');
const params = { court: 'ca9', docketNumber: '26-9021' };
const id = (n: number): string => `0000000${n}-0000-ee11-be6e-001dd800beef`;

const entry = (number: number | null, more: Readonly<Record<string, unknown>> = {}): object => ({
  endDateFormatted: '01/05/2026',
  entryNumber: number,
  docketEntryText: '<p><strong>ORDER</strong>&nbsp;filed. [Entered: 01/06/2026 12:05:00 AM]</p>',
  docketEntryId: number === null ? null : id(number),
  createdOn: '2026-01-05T19:15:32Z',
  documentCount: 1,
  ...more,
});

const file = (
  entries: readonly object[],
  details: Readonly<Record<string, unknown>> = {},
  info: Readonly<Record<string, unknown>> = {},
): Buffer =>
  Buffer.from(
    JSON.stringify({
      caseDetails: {
        caseId: '990397f0-0000-ec11-b820-00155d00beef',
        caseNumber: '26-9021',
        name: 'Elm v. Ash',
        caseOpened: '2026-01-05',
        court: { name: 'Board of Immigration Appeals', identifier: '95' },
        caseType: 'Agency',
        caseSubType: 'Immigration',
        ...details,
      },
      docketInfo: { isCaseSealed: false, docketEntries: entries, ...info },
    }),
  );

const read = (body: Buffer, of: unknown = params): Reading =>
  readPage(source, of, { url: '', capturedAt: '', status: 200, headers: {}, body });

const codeOf = (body: Buffer, of: unknown = params): string => {
  try {
    read(body, of);
    return 'read';
  } catch (error) {
    return String((error as { code?: string }).code);
  }
};

const entriesOf = (body: Buffer): readonly DocketEntryStatement[] =>
  read(body).statements.filter((statement): statement is DocketEntryStatement => statement.kind === 'docket_entry');

describe('a docket of ACMS', () => {
  it('tells of the case what its details say', () => {
    const below = {
      originCaseNumber: '1:25-cv-90365-ABC',
      originatingCasePeople: [
        { fullName: 'Cy Heron', roleName: 'Court Reporter' },
        { fullName: 'Ada B. Cormorant, District Judge', roleName: 'Trial Judge' },
      ],
    };
    const [statement] = read(file([entry(1)], { originatingCasesInformation: [below] }))
      .statements as readonly CaseStatement[];
    expect(statement).toMatchObject({
      case: { court: 'ca9', caseId: '990397f0-0000-ec11-b820-00155d00beef', docketNumber: '26-9021' },
      content: {
        caption: 'Elm v. Ash',
        printedNumber: '26-9021',
        caseType: 'Agency, Immigration',
        filedOn: '2026-01-05',
        appealFrom: 'Board of Immigration Appeals',
        originatingNumber: '1:25-cv-90365',
        originatingJudge: 'Ada B. Cormorant, District Judge',
      },
    });
  });

  it('tells no alien number, wherever one stands', () => {
    const planted = ['A', '099-888-777'].join('');
    const said = JSON.stringify(
      read(
        file([entry(1, { docketEntryText: `<p>PETITION of ${planted}.</p>` })], {
          aNumber: planted,
          name: `Elm (${planted}) v. Ash`,
          partyAttorneyList: `<table><tr><td>ELM<br>${planted}, <br>Petitioner</td><td></td></tr></table>`,
          originatingCasesInformation: [{ originCaseNumber: planted }, { originCaseNumber: '099-888-777' }],
        }),
      ),
    );
    expect(said).not.toMatch(/888.?777/);
    expect(said).toContain(`Elm (${scrubbed}) v. Ash`);
    const bare = file([entry(1)], { originatingCasesInformation: [{ originCaseNumber: '099-888-777' }] });
    expect(JSON.stringify(read(bare))).not.toMatch(/888.?777/);
  });

  it('tells an entry’s text without markup, its number, and the time that the court prints', () => {
    const [statement] = entriesOf(file([entry(4)]));
    expect(statement).toMatchObject({
      recordKey: `entry:26-9021:doc:${id(4)}`,
      keys: ['no:4', `doc:${id(4)}`],
      content: {
        number: '4',
        documentId: id(4),
        documentUrl: null,
        labels: null,
        text: 'ORDER filed. [Entered: 01/06/2026 12:05:00 AM]',
        filedOn: '2026-01-05',
        enteredOn: '2026-01-06',
        enteredAt: '2026-01-06T08:05:00.000Z',
        zone: 'America/Los_Angeles',
      },
    });
  });

  it('lets an entry without a document be looked for by its day', () => {
    const [statement] = entriesOf(file([entry(4, { documentCount: 0 })]));
    expect(statement).toMatchObject({
      keys: ['no:4', `doc:${id(4)}`, 'day:2026-01-06'],
      content: { documentId: null },
    });
  });

  it('names no entry by a number that two bear', () => {
    const twins = file([entry(4), entry(4, { docketEntryId: id(5) })]);
    expect(entriesOf(twins).map(({ keys }) => keys)).toEqual([[`doc:${id(4)}`], [`doc:${id(5)}`]]);
  });

  it('counts what bears no date or nothing that names it, and is none where that is all', () => {
    const undated = entry(2, { endDateFormatted: null, docketEntryText: '<p>ORDER</p>' });
    expect(read(file([entry(null), entry(1), undated])).skipped.map(({ where }) => where)).toEqual([
      'entry 1 of 3',
      'entry 3 of 3',
    ]);
    expect(codeOf(file([undated]))).toBe('BAD_RECORD');
  });

  it('without an entry is sealed, or refused; and so is one without a caption', () => {
    expect(codeOf(file([]))).toBe('EMPTY_WITHOUT_PROOF');
    expect(read(file([], {}, { isCaseSealed: true })).statements).toHaveLength(1);
    expect(codeOf(file([entry(1)], { name: null }))).toBe('BAD_RECORD');
  });

  it('of another case is refused, as is what is cut off', () => {
    expect(codeOf(file([entry(1)]), { court: 'ca9', docketNumber: '26-9022' })).toBe('BAD_INPUT');
    expect(codeOf(file([entry(1)]).subarray(0, 300))).toBe('NOT_A_DOCKET');
  });

  it('is known by itself, and its list of an entry’s documents is none', () => {
    expect(source.paramsOfPage?.(file([entry(1)]), 'ca9')).toEqual(params);
    expect(source.paramsOfPage?.(Buffer.concat([Buffer.from('\uFEFF'), file([entry(1)])]), 'ca9')).toEqual(params);
    expect(source.paramsOfPage?.(file([entry(1)]), 'njd')).toBeNull();
    const list = { caseDetails: { caseNumber: '26-9021' }, docketEntry: {}, docketEntryDocuments: [] };
    expect(source.paramsOfPage?.(Buffer.from(JSON.stringify(list)), 'ca9')).toBeNull();
    expect(() => source.paramsOfPage?.(file([entry(1)]).subarray(0, -5), 'ca9')).toThrow(
      expect.objectContaining({ code: 'NOT_A_DOCKET' }),
    );
  });
});
