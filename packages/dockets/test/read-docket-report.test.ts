import { describe, expect, it } from 'vitest';
import { readDocketReport, type DocketReport } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const read = (name: string, court: string): DocketReport =>
  readDocketReport(fixture(`docket-report/${name}.html`), { court });

describe('a docket report', () => {
  it('gives what its head says of the case', () => {
    expect(read('civil', 'cacd')).toMatchObject({
      court: 'cacd',
      printedNumber: '5:25-cv-90017-ABC-DE',
      docketNumber: { canonical: '5:25-cv-90017', assignedInitials: 'ABC', referredInitials: 'DE' },
      flags: ['HABEAS', 'STAYED'],
      caption: 'Tomas Rivermouth v. Warden, Harbour Point Detention Facility et al',
      adversary: false,
      filedOn: '2025-03-14',
      terminatedOn: '2025-05-02',
      assignedTo: 'Judge Ada B. Cormorant',
      referredTo: 'Magistrate Judge Dora Egret',
      cause: '28:2241 Petition for Writ of Habeas Corpus (federa',
      natureOfSuit: '463 Habeas Corpus - Alien Detainee',
      juryDemand: 'None',
      jurisdiction: 'U.S. Government Defendant',
      demand: null,
      mdlStatus: null,
    });
  });

  it('gives the court’s own id of the case where all links agree on it', () => {
    expect(read('civil', 'cacd').caseId).toBe('990017');
    const other = altered('docket-report/civil.html', "'/doc1/031190001299','990017'", "'/doc1/031190001299','990018'");
    expect(readDocketReport(other, { court: 'cacd' }).caseId).toBeNull();
  });

  describe('has a receipt', () => {
    const receiptOf = (asked: string): DocketReport['receipt'] =>
      readDocketReport(
        altered(
          'docket-report/civil.html',
          /<TR><\/TR><TR><TH>(.*) 5:25-cv-90017-ABC-DE /,
          `<TR><TD>05/02/2025 18:40:09</TD></TR><TR><TH>$1 5:25-cv-90017-ABC-DE ${asked} `,
        ),
        { court: 'cacd' },
      ).receipt;

    it('that says when the court made the page, in the court’s own time', () => {
      expect(receiptOf('')).toEqual({ printedAt: '2025-05-03T01:40:09.000Z', whole: true });
    });

    it.each([
      ['Fil or Ent: filed Doc From: 0 Doc To: 99999999 Term: included Format: html', true],
      ['Fil or Ent: filed From: 1/1/1960 To: 5/2/2025 Doc From: 0 Doc To: 99999999', true],
      ['Start date: 1/1/1980 End date: 5/2/2025', true],
      ['Fil or Ent: filed From: 4/1/2025 To: 5/2/2025 Doc From: 0 Doc To: 99999999', false],
      ['Fil or Ent: filed From: 1/1/1960 To: 5/1/2025 Doc From: 0 Doc To: 99999999', false],
      ['Fil or Ent: filed Doc From: 3 Doc To: 99999999', false],
      ['Fil or Ent: filed Doc From: 0 Doc To: 20', false],
      ['Starting with document: 2', false],
    ])('of “%s”: whole is %s', (asked, whole) => {
      expect(receiptOf(asked)).toMatchObject({ whole });
    });
  });

  it('gives labels and values that have cells of their own, and keeps a joint debtor’s discharge apart', () => {
    expect(read('bankruptcy', 'azb')).toMatchObject({
      printedNumber: '2:09-bk-98814-JMM',
      flags: ['DebtEd', 'CLOSED'],
      filedOn: '2009-12-26',
      convertedOn: '2010-01-04',
      dischargedOn: '2010-05-06',
      assignedTo: 'Chief Judge Ines M. Dunlin',
    });
  });

  it('finds a criminal case’s judge above its first defendant', () => {
    expect(read('criminal', 'txsd')).toMatchObject({
      caption: 'USA v. Lockhaven et al',
      assignedTo: 'Judge Marlow T. Grebe',
      referredTo: null,
      docketNumber: { defendant: '2' },
      orderedBy: null,
      entries: [],
    });
  });

  it('gives an adversary proceeding its lead case’s title, and all its kinds of suit', () => {
    expect(read('adversary', 'cacb')).toMatchObject({
      adversary: true,
      caption: 'Axle International, Inc',
      demand: '$5554000',
      natureOfSuit: '14 Recovery of money/property - other; 91 Declaratory judgment',
    });
  });

  it.each([
    ['Case title: Wren v. Quill', 'Wren v. Quill'],
    ['WREN VS QUILL', 'WREN VS QUILL'],
    ['<b>IN RE: Nest Box Litigation</b>', 'IN RE: Nest Box Litigation'],
    ['In the Matter of the Search of a Hedge', 'In the Matter of the Search of a Hedge'],
    ['Sealed', null],
  ])('takes the caption from the first line: %s', (line, caption) => {
    const page = altered('docket-report/trade.html', 'Teal Bearings Corp. v. United States', line);
    expect(readDocketReport(page, { court: 'cit' }).caption).toBe(caption);
  });

  it('is refused where the page is none, with the court’s words', () => {
    const refused = { code: 'NOT_A_DOCKET', message: expect.stringContaining('may take a long time') as string };
    expect(() => read('refused', 'cacd')).toThrow(expect.objectContaining(refused));
    for (const page of ['', '<table><tr></tr></table>', '%PDF-1.4'])
      expect(() => readDocketReport(Buffer.from(page), { court: 'cacd' })).toThrow(
        expect.objectContaining({ code: 'NOT_A_DOCKET' }),
      );
  });

  it('is read although an entry quotes the words of a refusal', () => {
    const page = altered('docket-report/civil.html', 'TEXT ONLY ENTRY.', 'Case not found.');
    expect(readDocketReport(page, { court: 'cacd' }).entries[2]!.text).toContain('Case not found.');
  });
});

describe('the entries of a docket report', () => {
  it('keep both dates, the link without its token, and the text without styles', () => {
    expect(read('civil', 'cacd').entries[0]).toEqual({
      filedOn: '2025-03-14',
      enteredOn: '2025-03-15',
      number: '1',
      printedNumber: '1',
      documentId: '031090001234',
      documentUrl: 'https://ecf.cacd.uscourts.gov/doc1/031190001234?caseid=990017',
      sequence: '5',
      text:
        'PETITION for Writ of Habeas Corpus by a Person in Federal Custody , filed by Petitioner Tomas Rivermouth. ' +
        '(Attachments: # 1 Exhibit A)(Sandpiper, Petra) (Entered: 03/15/2025)',
      files: [],
    });
  });

  it('keep rows without a link, without a number, with an unusual one, and without a date', () => {
    const rows = read('civil', 'cacd').entries.map(({ number, filedOn, documentId }) => [number, filedOn, documentId]);
    expect(rows.slice(1, 5)).toEqual([
      ['2', '2025-03-17', null],
      [null, '2025-03-18', null],
      ['doc', '2025-03-19', null],
      ['3', null, null],
    ]);
  });

  it('were entered when the last words of their text say', () => {
    const [, minutes] = read('civil', 'cacd').entries;
    expect(minutes!.enteredOn).toBe('2025-03-18');
    expect(minutes!.text).toMatch(/^MINUTES IN CHAMBERS\nORDER TO SHOW CAUSE by Judge Ada B. Cormorant.\nRespondents/);
  });

  it('go on in a second table, whose tags nobody closed', () => {
    expect(read('civil', 'cacd').entries.at(-1)).toMatchObject({
      number: '9',
      filedOn: '2025-04-04',
      documentId: '031090001299',
      documentUrl: 'https://ecf.cacd.uscourts.gov/doc1/031190001299',
      sequence: '31',
    });
  });

  it('have a date of entry where the first column is that', () => {
    const page = altered('docket-report/civil.html', "width=94'>Date Filed", "width=94'>Docket Date");
    const report = readDocketReport(page, { court: 'cacd' });
    expect(report.orderedBy).toBe('ENTERED');
    expect(report.entries[0]).toMatchObject({ filedOn: null, enteredOn: '2025-03-14' });
  });

  it('may be linked by another number than a document’s id', () => {
    expect(read('bankruptcy', 'azb').entries[0]).toMatchObject({
      number: '272',
      printedNumber: '272 (3 pgs)',
      documentId: null,
      documentUrl: expect.stringContaining('/cgi-bin/show_doc.pl?') as string,
      sequence: '816',
      text: expect.stringMatching(/^Operating Report for October 2009 filed/) as string,
    });
  });

  it('are told from their numbers where both share a column', () => {
    expect(read('one-column', 'txnb').entries).toMatchObject([
      {
        number: '8',
        printedNumber: null,
        documentId: '176018642659',
        text: 'Application to employ Pelican Group Filed by Debtor Erne Communities, LLC (Attachments: 1 Exhibit A) (Swift, Vera)',
      },
      { number: null, text: 'Receipt of filing fee. (U.S. Treasury)' },
    ]);
  });

  it('have their files where the report was made to view multiple documents', () => {
    const [complaint, unlinked] = read('selectable', 'cand').entries;
    expect(complaint!.files).toEqual([
      {
        number: 0,
        description: 'Main Document',
        documentId: '035023513538',
        sequence: '10',
        pages: 121,
        bytes: 1034443,
        size: '1.0 MB',
      },
      {
        number: 1,
        description: 'Civil Cover Sheet',
        documentId: '035023513539',
        sequence: '10',
        pages: 2,
        bytes: 254755,
        size: '248.8 KB',
      },
      {
        number: 2,
        description: '*Restricted*',
        documentId: null,
        sequence: null,
        pages: null,
        bytes: null,
        size: null,
      },
    ]);
    expect(unlinked).toMatchObject({ number: '2', files: [] });
  });

  it('have the row id of their box there, where no link tells it', () => {
    expect(read('selectable-bankruptcy', 'vawb').entries).toMatchObject([
      { number: '20', documentId: '190011099298', sequence: '57', files: [{ number: 0, pages: 1, bytes: 17135 }] },
      { number: '21', documentId: null, sequence: null, files: [] },
    ]);
  });
});
