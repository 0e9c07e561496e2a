import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpecimens } from '@vigil/source-lab';
import { readPage, type Reading } from '@vigil/source-kit';
import { observe, type CaseStatement, type MergedEvent } from '@vigil/timeline';
import { sharedFolder } from '@vigil/tooling/testing';
import { describe, expect, it } from 'vitest';
import { sourceById } from '../src/index.js';
import { entriesIn, eventsOf, factsOf, type Read } from './events-of.js';

const source = sourceById('cmecf-history');
const docket = sourceById('cmecf-docket');

interface Row {
  readonly number?: string;
  /** The court's row id, on the button that shows the text. */
  readonly sequence?: string;
  readonly filed?: string;
  readonly entered?: string;
  readonly label?: string;
  readonly text?: string;
}

const rowOf = ({ number = '', sequence, filed = '03/05/2026', entered, label = 'Order', text }: Row): string => {
  const dates =
    entered === undefined
      ? [['Filed &amp; Entered', filed]]
      : [
          ['Filed', filed],
          ['Entered', entered],
        ];
  const button =
    sequence === undefined ? '' : `<a href="javascript:DktText('861','990007','${number}','${sequence}','')"><img></a>`;
  return (
    `<tr valign="top"><td rowspan="1">${number}&nbsp;</td><td><table>${dates
      .map(([name, date]) => `<tr><td><i>${name}: &nbsp;</i></td><td>${date}</td></tr>`)
      .join('')}</table></td><td>${button} ${label}</td></tr>` +
    (text === undefined ? '' : `<tr><td colspan="2"><i>Docket Text:</i> ${text}</td></tr>`)
  );
};

interface Page {
  readonly heading?: string;
  readonly number?: string;
  readonly receipt?: boolean;
}

const none = '<h3>There are no events docketed for this case.</h3>';

const report = (
  rows: readonly Row[] | string,
  { heading = 'History', number = '5:26-cv-90007-ABC', receipt = true }: Page = {},
): Buffer =>
  Buffer.from(`<html><head><title>CM/ECF</title></head><body><center><b><font size="+1">${number}</font></b> Elm v. Ash<br>
Ada Rook, presiding<br><b>Date filed:</b> 03/02/2026<br><b>Date of last filing:</b> 03/05/2026<br></center><h2 align="center">${heading}</h2>
${typeof rows === 'string' ? rows : `<table border="1"><tr><th>Doc.<br>No.</th><th>Dates</th><th>Description</th></tr>${rows.map(rowOf).join('\n')}</table>`}
${receipt ? `<table><tr><th>PACER Service Center</th></tr><tr><td>03/06/2026 09:30:00</td></tr><tr><th>Search Criteria:</th><td>${number}</td><th>Billable Pages:</th></tr></table>` : ''}</body></html>`);

const read = (body: Uint8Array, params: unknown = { court: 'cacd', docketNumber: '5:26-cv-90007' }): Reading =>
  readPage(source, params, { url: '', capturedAt: '', status: 200, headers: {}, body });

/** The docket report of the same case. */
const docketOf = (rows: readonly { readonly number?: string; readonly text: string }[]): Read => ({
  source: docket.id,
  reading: readPage(
    docket,
    { court: 'cacd', docketNumber: '5:26-cv-90007' },
    {
      url: '',
      capturedAt: '',
      status: 200,
      headers: {},
      body: Buffer.from(`<html><head></head><body><h3>U.S. District Court<br>CIVIL DOCKET FOR CASE #: 5:26-cv-90007-ABC</h3>
<table><tr><td>Elm v. Ash</td><td>Date Filed: 03/02/2026</td></tr></table><table><tr><td>Date Filed</td><th>#</th><td>Docket Text</td></tr>
${rows.map(({ number = '', text }) => `<tr><td>03/05/2026</td><td>${number}&nbsp;</td><td>${text} (Entered: 03/05/2026)</td></tr>`).join('')}</table></body></html>`),
    },
  ),
});

const history = (rows: readonly Row[]): Read => ({ source: source.id, reading: read(report(rows)) });
describe('a history report', () => {
  it('tells of the case what its head says', () => {
    const [statement] = read(report([{ sequence: '7' }])).statements as readonly CaseStatement[];
    expect(statement).toMatchObject({
      kind: 'case',
      case: { court: 'cacd', caseId: '990007', docketNumber: '5:26-cv-90007' },
      content: {
        caption: 'Elm v. Ash',
        printedNumber: '5:26-cv-90007-ABC',
        filedOn: '2026-03-02',
        assignedTo: 'Ada Rook',
      },
    });
  });

  it('tells of an entry its name, dates and number, and the row id even where it links to nothing', () => {
    const [numbered, bare, word] = entriesIn(
      read(
        report([
          { number: '4', sequence: '31', filed: '03/04/2026', entered: '03/05/2026' },
          { sequence: '33', label: 'Minutes of\n Hearing' },
          { number: 'doc', label: 'Mail Returned' },
        ]),
      ),
    );
    expect(numbered).toMatchObject({
      keys: ['seq:31', 'no:4'],
      content: { number: '4', labels: ['Order'], text: null, filedOn: '2026-03-04', enteredOn: '2026-03-05' },
    });
    expect(bare).toMatchObject({
      keys: ['seq:33', 'day:2026-03-05'],
      content: { number: null, labels: ['Minutes of Hearing'] },
    });
    expect(word!.content).toMatchObject({ number: null, labels: ['Mail Returned'] });
  });

  it('names the events of one entry together', () => {
    const entries = entriesIn(
      read(
        report([
          { number: '4', sequence: '7', label: 'Order' },
          { number: '4', sequence: '7', label: 'Notice' },
        ]),
      ),
    );
    expect(entries.map(({ keys, content }) => [keys, content.labels])).toEqual([
      [
        ['seq:7', 'no:4'],
        ['Notice', 'Order'],
      ],
    ]);
  });
});

describe('a history report and the docket report of its case', () => {
  const texts = ['ORDER granting 12 Motion and vacating 3 , 4 Orders. (dw)', 'MINUTES: conference held.'] as const;

  it('make one Event of an entry without number or link, whose text each prints in its own way', () => {
    const rows: readonly Row[] = [
      { label: 'Order on Motion', text: 'ORDER  granting [12] Motion and vacating [3] , [4] Orders. (dw)' },
      { label: 'Minutes', text: 'MINUTES: conference held.' },
    ];
    const both = [history(rows), docketOf(texts.map((text) => ({ text })))];
    for (const pages of [both, both.toReversed()]) {
      const events = eventsOf(pages);
      expect(events.map(({ possibleDuplicateOf }) => possibleDuplicateOf)).toEqual([[], []]);
      expect(events.map(factsOf)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ labels: ['Order on Motion'], text: `${texts[0]} (Entered: 03/05/2026)` }),
          expect.objectContaining({ labels: ['Minutes'], text: `${texts[1]} (Entered: 03/05/2026)` }),
        ]),
      );
    }
  });

  it('tell of a text once, though the history report has it in another form', () => {
    const numbered = [
      docketOf([{ number: '5', text: texts[0] }]),
      history([{ number: '5', text: texts[0].replace('12', '[12]') }]),
    ];
    const [event, ...others] = eventsOf(numbered);
    expect(others).toEqual([]);
    expect(event!.states).toHaveLength(2);
    const said = event!.states.map(({ content }) => content.facts);
    expect(said).toEqual([
      expect.objectContaining({ number: '5', labels: null, text: `${texts[0]} (Entered: 03/05/2026)` }),
      { ...said[0], labels: ['Order'] },
    ]);
  });

  it('make one Event of an entry without number or link where the history report has its name only', () => {
    const events = eventsOf([
      history([
        { sequence: '8', label: 'Minutes of Conference' },
        { sequence: '9', label: 'Order on Motion' },
      ]),
      docketOf([{ text: texts[1] }, { text: texts[0] }]),
    ]);
    expect(events).toHaveLength(2);
  });

  it('and the feed of its court make one Event an entry: the specimens of the three Sources', () => {
    const specimens = ['cmecf-history', 'cmecf-docket', 'cmecf-rss'].map((id): Read => {
      const of = sourceById(id);
      const [busy] = readSpecimens(of, join(import.meta.dirname, '..', 'src', id)).filter(
        ({ name }) => name === 'busy',
      );
      const reading = readPage(of, busy!.params, busy!.page);
      return {
        source: id,
        reading: { ...reading, statements: reading.statements.filter((one) => one.case.caseId === '690011') },
      };
    });
    expect(specimens.map(({ reading }) => entriesIn(reading).length)).toEqual([11, 6, 3]);
    for (const pages of [specimens, specimens.toReversed()]) {
      const events = eventsOf(pages);
      expect(events.map(({ possibleDuplicateOf }) => possibleDuplicateOf)).toEqual(
        Array.from({ length: 11 }, () => []),
      );
    }
  });
});

describe('a history report is whole', () => {
  const partial = (body: Uint8Array): boolean => read(body).partial;

  it('only where it lists all events of the whole case, down to its receipt', () => {
    const rows = [{ sequence: '7' }];
    expect(partial(report(rows))).toBe(false);
    expect(partial(report(rows, { heading: 'Documents' }))).toBe(true);
    expect(partial(report(rows, { receipt: false }))).toBe(true);
    expect(partial(report(rows, { number: '5:26-cv-90007-ABC-4' }))).toBe(true);
  });

  it('without an entry only where it says so itself', () => {
    expect(read(report(none)).statements).toHaveLength(1);
    for (const rows of [[], '<p>Nothing</p>', [{ filed: 'soon' }]])
      expect(() => read(report(rows))).toThrow(expect.objectContaining({ code: 'EMPTY_WITHOUT_PROOF' }));
  });

  it('and of no other case than was asked for', () => {
    const of = (params: unknown) => () => read(report([{ sequence: '7' }]), params);
    expect(of({ court: 'cacd', caseId: '990007' })).not.toThrow();
    expect(of({ court: 'cacd', caseId: '990008' })).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
});

it('a history report is stored without what tells of the look', () => {
  const one = report([{ sequence: '7' }]);
  const other = Buffer.from(one.toString().replace("DktText('861'", "DktText('9942'").replace('09:30:00', '09:31:00'));
  expect(Buffer.from(source.canonical(one))).toEqual(Buffer.from(source.canonical(other)));
});

describe('recorded history reports', () => {
  const folder = (kind: string): string => join(sharedFolder('conformance'), kind);

  it('are told whole: each row, under keys of its own, and nothing new when they are seen again', () => {
    const files = readdirSync(folder('docket_history_reports')).filter((name) => name.endsWith('.html'));
    let [labels, entries] = [0, 0];
    for (const file of files) {
      const court = file.split(/[_.]/)[0]!;
      const body = readFileSync(join(folder('docket_history_reports'), file));
      const reading = read(body, source.paramsOfPage!(body, court));
      const told = entriesIn(reading);
      labels += told.reduce((sum, { content }) => sum + (content.labels?.length ?? 0), 0);
      entries += told.length;
      expect([file, reading.skipped]).toEqual([file, []]);
      expect(new Set(told.map(({ recordKey }) => recordKey)).size).toBe(told.length);
      const events = eventsOf([1, 2].map(() => ({ source: source.id, reading })));
      expect([file, events.length, events.every(({ states }) => states.length === 1)]).toEqual([
        file,
        told.length,
        true,
      ]);
    }
    // Twice two rows are events of one entry.
    expect([files.length, labels, entries]).toEqual([65, 3_082, 3_080]);
  });

  it('make one Event an entry with the docket report of their case', () => {
    const court = 'casd';
    const pages = [
      [source, 'docket_history_reports/casd.html'],
      [docket, 'dockets_district/casd_6.html'],
    ] as const;
    const readings = pages.map(([of, file]): Read => {
      const body = readFileSync(join(sharedFolder('conformance'), file));
      const params = of.paramsOfPage!(body, court);
      return {
        source: of.id,
        reading: readPage(of, params, { url: '', capturedAt: '', status: 200, headers: {}, body }),
      };
    });
    const [listed, printed] = readings.map(({ source, reading }) =>
      entriesIn(reading).map((entry) => observe(source, entry).id),
    );
    const events = eventsOf(readings);
    const rowIn = (ids: readonly string[], { evidence }: MergedEvent): number =>
      ids.findIndex((id) => evidence.includes(id)) + 1;
    const pairs = events.map((event) => [rowIn(listed!, event), rowIn(printed!, event)] as const);
    // By hand, from the numbers that both print: row of the history report, row of the docket report; 0: not listed.
    expect(pairs.toSorted(([, a], [, b]) => a - b).map((pair) => pair.join(' '))).toEqual(
      [
        [
          '1 1',
          '2 2',
          '3 3',
          '4 4',
          '5 5',
          '0 6',
          '0 7',
          '6 8',
          '0 9',
          '7 10',
          '8 11',
          '9 12',
          '0 13',
          '10 14',
          '11 15',
        ],
        ['12 16', '0 17', '13 18', '14 19', '15 20', '0 21', '16 22', '0 23', '0 24', '0 25', '17 26', '0 27'],
      ].flat(),
    );
    expect(events.flatMap(({ possibleDuplicateOf }) => possibleDuplicateOf)).toEqual([]);
  });
});
