import { scrubbed } from '@vigil/dockets';
import { readPage, type Reading } from '@vigil/source-kit';
import type { CaseStatement, DocketEntryStatement } from '@vigil/timeline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';

const source = sourceById('cmecf-appellate');
const params = { court: 'ca6', docketNumber: '26-95459' };

interface Row {
  readonly filed?: string;
  /** The court's row id, of a report with checkboxes. */
  readonly id?: string;
  readonly number?: string;
  readonly document?: string;
  readonly text?: string;
}

const rowOf = ({ filed = '02/03/2026', id, number = '', document, text = 'Filed. (JAC)' }: Row): string => {
  const box = id === undefined ? '' : `<input type=checkbox name='d' value='${id}'>`;
  const label = `&nbsp;${number}&nbsp;`;
  const link = document === undefined ? label : `<a HREF="https://ecf.ca6.uscourts.gov/docs1/${document}">${label}</a>`;
  return `<tr><td>${filed}</td><td>${box}${link}</td><td>${text}</td></tr>`;
};

interface Page {
  readonly rows?: readonly Row[];
  readonly number?: string;
  readonly below?: string;
  readonly caption?: string;
  readonly party?: string;
  readonly foot?: string;
}

const linked = '0648-1 : <a href="https://ecf.ohsd.uscourts.gov/x">1:26-cv-90011-ABC-DE</a>';

const page = ({ rows = [{}], number = '26-95459', below = linked, caption = 'Elm v. Ash', ...rest }: Page): Buffer =>
  Buffer.from(`<HTML><HEAD><TITLE>Docket</TITLE></HEAD><BODY>
<table><!-- ===== NEW SECTION - Case Stub ==== --><tr><td><table><tr><td><b>Court of Appeals Docket #: </b>${number}</td><td><b>Docketed:</b> 02/03/2026<BR><b>Termed:</b> 03/02/2026</td></tr>
<tr><td><b>Nature of Suit: </b>2463 Habeas Corpus</td></tr><tr><td>${caption}</td></tr><tr><td><b>Appeal From:</b> Harbour District</td></tr></table></td></tr>
<!-- ==== NEW SECTION - Case Type ==== --><tr><td><table><tr><td><b>1)</b> civil</td></tr><tr><td><b>2)</b> private</td></tr><tr><td><b>3)</b> null</td></tr></table></td></tr>
<!-- ==== NEW SECTION - Orig Court ==== --><tr><td><table><tr><td><B>District: </B>${below}</td></tr><tr><td><B>Trial Judge: </B>Ada B. Cormorant, District Judge</td></tr></table></td></tr></table>
<!-- ==== NEW SECTION - Party/Aty List ==== --><table><tr><td>${rest.party ?? 'ELM'}<BR>Petitioner,</td><td></td></tr></table>
<!-- ==== NEW SECTION - DOCKET ENTRIES ==== --><table>${rows.map(rowOf).join('\n')}</table>${rest.foot ?? ''}</BODY></HTML>`);

const receipt = (description: string, asked = '26-95459', day = '03/09/2026'): string =>
  `<TABLE><TR><TH>PACER Service Center</TH></TR><TR><TD>${day} 10:15:42</TD></TR><TR><TH>Description:</TH><TD>${description}</TD>
<TH>Search Criteria:</TH><TD>${asked}</TD></TR><TR><TH>Billable Pages:</TH><TD>2</TD></TR></TABLE>`;

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

const keysOf = (rows: readonly Row[]): readonly (readonly string[])[] =>
  read(page({ rows }))
    .statements.filter((statement): statement is DocketEntryStatement => statement.kind === 'docket_entry')
    .map(({ keys }) => keys);

describe('a docket of a court of appeals', () => {
  it('tells of the case what its head says, and which case of a trial court it reviews', () => {
    const [statement] = read(page({})).statements as readonly CaseStatement[];
    expect(statement).toMatchObject({
      case: { court: 'ca6', caseId: null, docketNumber: '26-95459' },
      recordKey: 'case:26-95459',
      content: {
        caption: 'Elm v. Ash',
        printedNumber: '26-95459',
        caseType: 'civil, private',
        filedOn: '2026-02-03',
        terminatedOn: '2026-03-02',
        natureOfSuit: '2463 Habeas Corpus',
        appealFrom: 'Harbour District',
        originatingCourt: 'ohsd',
        originatingNumber: '1:26-cv-90011',
        originatingJudge: 'Ada B. Cormorant, District Judge',
      },
    });
  });

  it('tells no alien number, wherever one stands on its page', () => {
    const planted = ['A', '099-888-777'].join('');
    const said = JSON.stringify(
      read(
        page({
          below: `BIA-1 : ${planted}`,
          caption: `Elm (${planted}) v. Ash`,
          party: `ELM<BR>${planted}`,
          rows: [{ text: `Petition of ${planted.replace('-', ' ')}, filed.` }],
        }),
      ),
    );
    expect(said).not.toMatch(/888.?777/);
    expect(said).toContain(`Elm (${scrubbed}) v. Ash`);
    // Without its letter it may be anything, so no agency's number is told at all.
    const [statement] = read(page({ below: 'BIA-1 : 099-888-777' })).statements;
    expect(statement!.content).toMatchObject({ originatingCourt: null, originatingNumber: null });
    expect(JSON.stringify(statement)).not.toContain('888-777');
  });

  it('knows a row by its row id, number and document', () => {
    expect(keysOf([{ id: '9811387', number: '1', document: '006119903535' }])).toEqual([
      ['part:9811387', 'no:1', 'doc:006019903535'],
    ]);
    expect(keysOf([{ number: '1', document: '006119903535' }])).toEqual([['no:1', 'doc:006019903535']]);
  });

  it.each([
    ['Granted. [10490185] (RR) [Entered: 06/27/2017 04:54 PM]', '10490185'],
    ['Filed by email.[3332664] [21-91975] [Entered: 06/14/2022 01:11 PM]', '3332664'],
    ['Service: 08/19/2022 by email. [867380] [22-91455] [Erin Leach]', '867380'],
    ['Order filed. [1001310265]', '1001310265'],
    ['Opposition to Motion [9735298-1] [22-91299] (ECF: Owen Plover)', null],
    ['Order: the motion [9735298] is denied. (RR) [Entered: 06/27/2017 04:54 PM]', null],
    ['Ruling on document [13]. (JAC) [Entered: 06/27/2017 04:54 PM]', null],
  ])('finds the row id that %s prints', (text, part) => {
    const [keys] = keysOf([{ number: '1', text }]);
    expect(keys!.filter((key) => key.startsWith('part:'))).toEqual(part === null ? [] : [`part:${part}`]);
  });

  it('takes the row id of a checkbox before one that is printed, and none that two rows print', () => {
    const text = 'Filed. [10490185] (RR)';
    expect(keysOf([{ id: '7', text }])).toEqual([['part:7']]);
    expect(
      keysOf([
        { number: '1', text },
        { number: '2', text },
      ]).map(([first]) => first),
    ).toEqual(['no:1', 'no:2']);
  });

  it('names no row by a document that two share', () => {
    expect(
      keysOf([
        { id: '7', number: '1', document: '006019903535' },
        { id: '8', number: '2', document: '006019903535' },
      ]),
    ).toEqual([
      ['part:7', 'no:1'],
      ['part:8', 'no:2'],
    ]);
  });

  it('knows a row without a link by its number, else by its day and words; either may be looked for by its day', () => {
    const text = 'Filed. [Entered: 02/04/2026 12:03 AM]';
    const [numbered, bare, twin] = keysOf([{ number: '5', text }, { text }, { text }]);
    expect(numbered).toEqual(['no:5', 'day:2026-02-04']);
    expect(bare).toEqual([expect.stringMatching(/^text:2026-02-04:[0-9a-f-]{36}$/), 'day:2026-02-04']);
    expect(twin![0]).toBe(`${bare![0]}:2`);
  });

  it('tells when an entry was filed, and when it was docketed, in the court’s time', () => {
    const [, entry] = read(page({ rows: [{ text: 'Filed. [Entered: 02/04/2026 12:03 AM]' }] })).statements;
    expect(entry!.content).toMatchObject({
      filedOn: '2026-02-03',
      enteredOn: '2026-02-04',
      enteredAt: '2026-02-04T05:03:00.000Z',
      zone: 'America/New_York',
    });
  });

  it('is one statement a row, whatever the rows, with keys of their own', () => {
    const row = fc.record({
      filed: fc.constantFrom('02/03/2026', '02/04/2026'),
      id: fc.constantFrom(undefined, '7', '8'),
      number: fc.constantFrom('', '5', '6'),
      document: fc.constantFrom(undefined, '006019903535', '006019903536'),
      text: fc.constantFrom('ORDER.', 'Order.', 'Filed. [10490185] (RR)'),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const { statements, skipped } = read(page({ rows: rows as readonly Row[] }));
        expect(statements).toHaveLength(rows.length + 1);
        expect(skipped).toEqual([]);
        expect(new Set(statements.map(({ recordKey }) => recordKey)).size).toBe(statements.length);
      }),
    );
  });

  it('counts each row without any date, and is none where no row has one', () => {
    expect(read(page({ rows: [{ filed: '', text: 'SEALED' }, {}] })).skipped).toEqual([
      { reason: 'it bears no date', where: 'row 1 of 2' },
    ]);
    expect(codeOf(page({ rows: [{ filed: '', text: 'SEALED' }] }))).toBe('BAD_RECORD');
  });

  it('is whole only where its receipt says so, and tells when it was made', () => {
    expect(read(page({}))).toMatchObject({ partial: true, builtAt: null });
    expect(read(page({ foot: receipt('Docket Report (full)') }))).toMatchObject({
      partial: false,
      builtAt: '2026-03-09T14:15:42.000Z',
    });
    for (const foot of [
      receipt('Case Summary'),
      receipt('Docket Report (filtered)'),
      receipt('Docket Report (full)', '26-95459 Filed on 3/3/2018'),
    ])
      expect(read(page({ foot }))).toMatchObject({ partial: true });
  });

  it('without an entry says so itself, or is refused; and so is one without a caption', () => {
    expect(codeOf(page({ rows: [] }))).toBe('EMPTY_WITHOUT_PROOF');
    const filtered = page({ rows: [], foot: '<p>No docket entries found.</p>' });
    expect(read(filtered)).toMatchObject({ statements: [{ kind: 'case' }], partial: true });
    expect(codeOf(page({ caption: '' }))).toBe('BAD_RECORD');
  });

  it('cut off anywhere is refused', () => {
    const whole = page({ rows: [{}, {}], foot: receipt('Docket Report (full)') });
    for (let share = 0.05; share < 1; share += 0.05)
      expect(codeOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('PAGE_TRUNCATED');
  });

  it('of another case is refused, as is a page that is none', () => {
    expect(codeOf(page({ number: '26-95460' }))).toBe('BAD_INPUT');
    expect(codeOf(page({ number: '26-095459' }))).toBe('read');
    expect(codeOf(Buffer.from('<html><body>Case Number Not Found</body></html>'))).toBe('NOT_A_DOCKET');
  });

  it('is known by itself: whose docket it is', () => {
    expect(source.paramsOfPage?.(page({ number: '26-095459' }), 'ca6')).toEqual(params);
    expect(source.paramsOfPage?.(page({}), 'njd')).toBeNull();
    expect(source.paramsOfPage?.(Buffer.from('<html><body>Case Number Not Found</body></html>'), 'ca6')).toBeNull();
    expect(source.params.safeParse({ court: 'njd', docketNumber: '26-95459' }).success).toBe(false);
    expect(source.params.parse({ court: 'CA6', docketNumber: '26-095459' })).toEqual(params);
  });

  it('is stored without its receipt and the token of its form, which differ at each look', () => {
    const forms = [
      ['1', '03/09/2026'],
      ['2', '03/10/2026'],
    ].map(([token, day]) =>
      page({
        foot: `<input type="hidden" name="CSRF" value="csrf_${token}"><input name='CSRF' type='hidden' value='csrf_${token}'>${receipt('Case Summary', '26-95459', day)}`,
      }),
    );
    const [a, b] = forms.map((form) => Buffer.from(source.canonical(form)).toString());
    expect(a).toBe(b);
    expect(a).toContain('Elm v. Ash');
  });
});
