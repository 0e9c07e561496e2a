import { describe, expect, it } from 'vitest';
import { kinds, readScotusJson, readScotusPage } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const page = (name: string) => readScotusPage(fixture(`scotus/${name}`));

describe('a docket of the Supreme Court', () => {
  it('is read from its JSON, without numbers of prisoners', () => {
    const docket = readScotusJson(fixture('scotus/docket.json'));
    expect(docket).toMatchObject({
      printedNumber: '23A9999',
      docketNumber: { canonical: '23A9999' },
      isCapital: true,
      petitionerTitle: 'Petra Quill, Applicant',
      respondentTitle: 'Owen Marsh, Warden',
      docketedOn: '2024-05-09',
      createdOn: '2024-07-25',
      linkedWith: ['24-95142', '23A9998'],
      relatedCases: [{ type: 'Vide', number: '24-9971' }],
      lowerNumbers: ['98-95309', '98-95509', '99-91845', '99-91846'],
      lowerDecidedOn: '2024-01-09',
      rehearingDeniedOn: '2024-02-02',
      discretionaryDecisionOn: '2024-03-04',
      questionsUrl: 'https://www.supremecourt.gov/qp/23-09999qp.pdf',
      entries: [
        { date: '2024-05-07', documents: [{ description: 'Main Document', filing: 909200 }] },
        { date: '2024-05-09', text: 'Judgment VACATED. Kagan, J., delivered the opinion of the Court & more.' },
      ],
      parties: [
        { side: 'PETITIONER', name: 'Petra Quill', attorneys: [{ name: 'Ada Wren' }, { name: 'Bo Sparrow' }] },
        { side: 'OTHER', name: 'Society of Herons', attorneys: [{ name: 'Cy Heron' }] },
      ],
    });
    expect(docket.parties[0]?.attorneys[0]).toEqual({
      name: 'Ada Wren',
      isCounselOfRecord: true,
      addressLines: ['Wren & Sparrow', '702 W. Harbour St.', 'Ste. 900'],
      city: 'Boise',
      state: 'ID',
      zip: '83702',
      phone: '208 555 0100',
      email: 'ada.wren@example.org',
    });
    expect(JSON.stringify(docket)).not.toContain('990930');
  });

  it('is read from today’s page, whose attorneys stand in no table', () => {
    expect(page('today.html')).toMatchObject({
      printedNumber: '22-91397',
      isCapital: false,
      petitionerTitle: 'Petra Quill, et al., Petitioners',
      respondentTitle: 'Owen Marsh, Secretary',
      docketedOn: '2022-05-02',
      linkedWith: ['21M9105'],
      lowerNumbers: ['21-95085', '21-95145'],
      lowerDecidedOn: '2022-01-27',
      rehearingDeniedOn: '2022-02-09',
      discretionaryDecisionOn: '2022-03-01',
      questionsUrl: 'https://www.supremecourt.gov/qp/22-91397qp.pdf',
      entries: [
        {
          date: '2022-04-01',
          text: 'Petition for a writ of certiorari filed. (Response due June 1, 2022)',
          documents: [
            { description: 'Petition', filing: 921600 },
            { url: 'https://www.supremecourt.gov/DocketPDF/22/22-91397/921600/2022_Appendix.pdf' },
          ],
        },
        { text: 'Writ DISMISSED. Opinion per curiam.', documents: [] },
      ],
      parties: [
        {
          side: 'PETITIONER',
          name: 'Petra Quill, et al.',
          attorneys: [
            {
              name: 'Ada Wren',
              isCounselOfRecord: true,
              addressLines: ['Wren & Sparrow LLP', '350 South Harbour Avenue', '50th Floor'],
              city: 'Los Angeles',
              zip: '90071-3426',
              phone: '213-555-0100',
              email: 'ada.wren@example.org',
            },
          ],
        },
        { side: 'OTHER', name: 'Society of Herons', attorneys: [{ isCounselOfRecord: false, phone: null }] },
      ],
    });
  });

  it('is read from the page of 2017, whose documents have rows of their own', () => {
    expect(page('of-2017.html')).toMatchObject({
      printedNumber: '16-91265',
      isCapital: true,
      linkedWith: ['16A9827'],
      lowerNumbers: ['B967694'],
      rehearingDeniedOn: null,
      questionsUrl: null,
      entries: [
        { date: '2017-02-17', text: 'Petition filed.', documents: [{ filing: 900001 }] },
        { date: '2017-10-02', text: 'Petition DENIED.', documents: [] },
      ],
      parties: [
        { attorneys: [{ addressLines: ['Wren LLP', '555 Thirteenth Street, N.W.'], state: 'DC' }] },
        {
          side: 'OTHER',
          name: 'T.A. in support of petitioner.',
          attorneys: [{ addressLines: [], city: 'Washington' }],
        },
      ],
    });
  });

  it('is read from pages of before 2017, whose addresses have a row a line', () => {
    expect(page('of-2005.htm')).toMatchObject({
      printedNumber: '06A9001',
      petitionerTitle: 'Petra Quill, et al., Applicants',
      respondentTitle: 'Owen Marsh',
      docketedOn: null,
      linkedWith: ['06-91195', '06-91196'],
      lowerNumbers: ['05-95062'],
      parties: [
        {
          name: 'Petra Quill, et al.',
          attorneys: [
            { isCounselOfRecord: true, addressLines: ['Wren LLP', '801 Harbour Avenue, N.W.'], zip: '20004' },
          ],
        },
      ],
    });
  });

  it('is read from pages of before 2003, whose texts have a row a line and whose parties no names', () => {
    expect(page('of-2002.htm')).toMatchObject({
      printedNumber: '01-97849',
      status: 'DECIDED',
      petitionerTitle: 'Petra Quill, Petitioner',
      respondentTitle: 'United States',
      docketedOn: '2002-01-18',
      lowerCourt: 'United States Court of Appeals for the Ninth Circuit',
      lowerNumbers: ['01-95791'],
      entries: [
        {
          date: '2002-01-02',
          text: 'Petition for writ of certiorari and motion for leave to proceed in forma pauperis filed.',
        },
        { date: '2002-02-25', text: 'Petition DENIED.' },
      ],
      parties: [
        { side: 'PETITIONER', name: null, attorneys: [{ name: 'Petra Quill', city: 'Las Vegas' }] },
        { side: 'RESPONDENT', name: null, attorneys: [{ name: 'Solicitor General' }] },
      ],
    });
  });

  it('may have no respondent', () => {
    const inRe = altered('scotus/today.html', /<br> v\. <br> Owen Marsh, Secretary/, '');
    expect(readScotusPage(inRe)).toMatchObject({ respondentTitle: null });
  });

  it.each([
    ['a page without number', () => readScotusPage(Buffer.from('<table><tr><td>Title:</td><td>x</td></tr></table>'))],
    ['no JSON', () => readScotusJson(fixture('scotus/today.html'))],
    ['JSON of another kind', () => readScotusJson(Buffer.from('[{"CaseNumber": "22-1"}]'))],
    ['JSON without number', () => readScotusJson(Buffer.from('{"CaseNumber": 22}'))],
  ])('is not %s', (_name, read) => {
    expect(read).toThrow(expect.objectContaining({ code: 'NOT_A_DOCKET' }));
  });
});

describe('a docket of the Supreme Court as juriscraper has it', () => {
  const origin = { court: '', name: '' };

  it('keeps the parties’ roles where it comes from JSON', () => {
    expect(kinds.scotus_json.toJuriscraper(fixture('scotus/docket.json'), origin)).toMatchObject({
      docket_number: '23A9999',
      capital_case: true,
      case_name: 'Petra Quill, Applicant v. Owen Marsh, Warden',
      links: '24-95142, 23A9998',
      docket_entries: [
        { document_number: 909200, attachments: [{ description: 'Main Document', document_number: 909200 }] },
        { document_number: null, attachments: [] },
      ],
      parties: [
        { type: 'Petitioner', attorneys: [{ title: 'Wren & Sparrow', address: '702 W. Harbour St., Ste. 900' }, {}] },
        { type: 'Other' },
      ],
    });
  });

  it('harmonizes the name where it comes from a page', () => {
    expect(kinds.scotus_html.toJuriscraper(fixture('scotus/today.html'), origin)).toMatchObject({
      capital_case: null,
      case_name: 'Petra Quill v. Owen Marsh, Secretary',
    });
    expect(kinds.scotus_htm.toJuriscraper(fixture('scotus/of-2002.htm'), origin)).toMatchObject({
      parties: [{ type: 'Petitioner', name: '' }, {}],
    });
  });
});
