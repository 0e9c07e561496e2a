import { describe, expect, it } from 'vitest';
import { kinds, readAppellateDocket, scrubbed } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const docket = readAppellateDocket(fixture('appellate-docket/docket.html'), { court: 'ca6' });

describe('a docket of a court of appeals', () => {
  it('gives what the case’s stub labels, and its caption, which has no label', () => {
    expect(docket).toMatchObject({
      court: 'ca6',
      printedNumber: '22-95459',
      docketNumber: { canonical: '22-95459' },
      caption: 'Quill, et al v. Marsh',
      longCaption: 'PETRA QUILL, Plaintiff - Appellant, v. OWEN MARSH',
      docketedOn: '2016-01-06',
      terminatedOn: '2017-07-31',
      natureOfSuit: '2440 Other Civil Rights',
      appealFrom: 'U.S. District Court for Harbour',
      feeStatus: 'filing fee paid',
      caseTypes: ['civil', 'united states'],
      panel: ['SLL', 'KVL', 'RT'],
      heardOn: '2016-09-13',
    });
  });

  it('gives the case below, values beside their labels or under them', () => {
    expect(docket.originatingCourt).toEqual({
      court: 'tned',
      code: '0975-1',
      number: '1:17-cv-90050-DKW-KSC',
      trialJudge: 'Robin Finch, District Judge',
      orderingJudge: null,
      courtReporters: ['Ida Swift, Court Reporter', 'Jo Teal'],
      filedOn: '2017-02-03',
      judgmentOn: '2017-03-29',
      judgmentEnteredOn: '2017-03-30',
      noticeOfAppealOn: '2017-03-31',
      receivedOn: '2017-04-01',
    });
    expect(docket.priorCases).toEqual([
      { number: '22-90652', filedOn: '2022-10-14', disposedOn: '2022-11-10', disposition: 'Dismissed' },
    ]);
  });

  it('gives parties with their attorneys, and follows “see above”', () => {
    const contact = ['Direct: 617-555-0100', 'Wren LLP', 'Boston, MA 02135'];
    expect(docket.parties).toEqual([
      {
        name: 'PETRA QUILL, also known as P. Q.',
        type: 'Plaintiff - Appellant',
        terminatedOn: null,
        notes: ['(Prisoner: 990330)'],
        attorneys: [
          { name: 'Ada Wren, Attorney', roles: ['COR LD NTC Retained'], contact },
          { name: 'Bo Sparrow', roles: ['COR NTC Retained'], contact: ['Sparrow PC'] },
        ],
      },
      {
        name: 'OWEN MARSH, Secretary',
        type: 'Defendant - Appellee',
        terminatedOn: '2017-07-31',
        notes: [],
        attorneys: [],
      },
      {
        name: 'HARBOUR TRUST',
        type: 'Defendant - Appellee',
        terminatedOn: null,
        notes: [],
        attorneys: [{ name: 'Ada Wren, Attorney', roles: ['COR NTC Retained'], contact }],
      },
    ]);
  });

  it('gives entries with and without number, document and date, and the documents below them', () => {
    expect(docket.entries).toEqual([
      {
        filedOn: '2022-05-27',
        enteredAt: '2022-05-27T11:10',
        number: '1',
        documentId: '006014993535',
        documentUrl: 'https://ecf.ca6.uscourts.gov/docs1/006114993535?caseId=994348&recapDocNum=1',
        sequence: '6911387',
        pages: 3,
        size: '94.2 KB',
        attachments: [
          {
            number: 1,
            documentId: '006014993535',
            description: 'notification',
            pages: 2,
            size: '67.47 KB',
            bytes: 69092,
          },
        ],
        text: 'Civil Case Docketed. [6] (JAC) [Entered: 05/27/2022 11:10 AM]',
      },
      expect.objectContaining({ number: null, documentId: null, sequence: '6911396', enteredAt: null }),
      expect.objectContaining({ filedOn: null, documentId: '00606941384', pages: null, text: 'SEALED MATERIAL' }),
    ]);
  });

  it('says when it was made and whether it is whole, by its receipt', () => {
    const receipt = (description: string, asked: string): unknown => {
      const foot = `<TABLE><TR><TH>PACER Service Center</TH></TR><TR><TD>U.S. Court of Appeals - 05/28/2022 02:18:13</TD></TR><TR><TH>Description:</TH><TD>
<FONT>${description}</FONT></TD><TH>Search Criteria:</TH><TD>${asked}</TD></TR><TR><TH>Billable Pages:</TH><TD>3</TD></TR></TABLE></BODY>`;
      return readAppellateDocket(altered('appellate-docket/docket.html', '</BODY>', foot), { court: 'ca6' }).receipt;
    };
    const printedAt = '2022-05-28T06:18:13.000Z';
    expect(docket.receipt).toBeNull();
    expect(receipt('Docket Report (full)', '22-95459')).toEqual({ printedAt, whole: true });
    expect(receipt('Docket Report (full)', '22-95459 Filed on 3/3/2018')).toEqual({ printedAt, whole: false });
    expect(receipt('Docket Report (filtered)', '22-95459')).toEqual({ printedAt, whole: false });
    expect(receipt('Case Summary', '22-95459')).toEqual({ printedAt, whole: false });
  });

  it('tells no alien number, which immigration courts take for the number below', () => {
    const below = readAppellateDocket(fixture('appellate-docket/immigration.html'), { court: 'ca1' }).originatingCourt;
    expect(below).toMatchObject({ court: null, code: 'BIA-1', number: scrubbed });
  });

  it('may have neither a case below nor parties', () => {
    const stub = altered(
      'appellate-docket/immigration.html',
      /<!-- =+ NEW SECTION - Orig Court[^]*<\/table><\/td><\/tr>/,
      '',
    );
    expect(readAppellateDocket(stub, { court: 'ca1' })).toMatchObject({
      originatingCourt: null,
      parties: [],
      entries: [],
    });
  });

  it.each([
    ['a page without sections', fixture('appellate-docket/not-found.html')],
    ['a menu of documents', fixture('appellate-attachments/list.html')],
    ['a case without number', altered('appellate-docket/immigration.html', 'Court of Appeals Docket #: ', '')],
  ])('is not %s', (_name, page) => {
    expect(() => readAppellateDocket(page, { court: 'ca1' })).toThrow(
      expect.objectContaining({ code: 'NOT_A_DOCKET' }),
    );
    expect(kinds.not_appellate_dockets.toJuriscraper(page, { court: 'ca1', name: '' })).toEqual({});
  });
});

describe('a docket of a court of appeals as juriscraper has it', () => {
  const map = (page: Uint8Array): unknown => kinds.dockets_appellate.toJuriscraper(page, { court: 'ca6', name: '' });

  it('numbers entries by their documents, and drops those without a date', () => {
    const numbered = altered('appellate-docket/docket.html', '&nbsp;1&nbsp;', '');
    expect(map(numbered)).toMatchObject({
      case_name: 'Quill v. Marsh',
      case_type_information: 'civil, united states',
      docket_entries: [
        {
          document_number: '006014993535',
          date_entered: '2022-05-27',
          attachments: [{ attachment_number: 1, file_size_str: '67.47 KB', pacer_seq_no: '6911387' }],
        },
        { document_number: null, pacer_seq_no: '6911396' },
      ],
    });
  });

  it('takes the end of a prior case for that of the case below', () => {
    expect(map(fixture('appellate-docket/docket.html'))).toMatchObject({
      originating_court_information: {
        docket_number: '1:17-cv-90050',
        court_id: 'tned',
        assigned_to: 'Robin Finch',
        date_disposed: '2022-11-10',
        disposition: 'Dismissed',
      },
    });
  });

  it('has an alien number only where somebody had masked it', () => {
    const below = (page: Uint8Array): unknown =>
      (map(page) as { originating_court_information: object }).originating_court_information;
    expect(below(fixture('appellate-docket/immigration.html'))).toMatchObject({
      RESTRICTED_ALIEN_NUMBER: 'A000-000-001',
    });
    const real = below(altered('appellate-docket/immigration.html', 'A000-000-001', 'A099-000-001'));
    expect(real).not.toHaveProperty('RESTRICTED_ALIEN_NUMBER');
    expect(real).not.toHaveProperty('docket_number');
  });
});
