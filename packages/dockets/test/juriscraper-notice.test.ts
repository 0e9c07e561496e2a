import { describe, expect, it } from 'vitest';
import { kinds } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const map = (mail: Uint8Array, court: string): unknown => kinds.nef_s3.toJuriscraper(mail, { court, name: '' });

describe('a notice as juriscraper has it', () => {
  it('is a docket with one entry for each case', () => {
    expect(map(fixture('court-notice/district.txt'), 'cacd')).toEqual({
      court_id: 'cacd',
      appellate: false,
      acms: false,
      dockets: [
        {
          docket_number: '8:17-cv-90898',
          federal_dn_office_code: '8',
          federal_dn_case_type: 'cv',
          federal_dn_judge_initials_assigned: 'ABC',
          federal_dn_judge_initials_referred: 'DEF',
          federal_defendant_number: null,
          case_name: 'Rivermouth v. Harbour Trust',
          date_filed: null,
          docket_entries: [
            {
              date_filed: '2017-12-13',
              description:
                'ORDER granting [12] MOTION for TRO as amended. Hearing on 1/11/2018. (Attachments: (1) Proposed Order)(om)',
              short_description: 'Order on Motion for TRO',
              document_number: '26',
              document_url:
                'https://ecf.cacd.uscourts.gov/doc1/031190001234?caseid=690001&de_seq_num=91&magic_num=5ecret',
              pacer_doc_id: '031090001234',
              pacer_case_id: '690001',
              pacer_seq_no: '91',
            },
          ],
        },
      ],
    });
  });

  it('loses what is bold or italic in a bankruptcy court’s text', () => {
    expect(map(fixture('court-notice/bankruptcy.txt'), 'njb')).toMatchObject({
      dockets: [
        {
          docket_entries: [
            {
              description:
                'Adversary case 24-91365. Complaint by Owen Marsh against . Fee Amount $ 350. (Quill, Petra)',
            },
          ],
        },
        {},
      ],
    });
  });

  it('takes no number apart in courts of appeals', () => {
    expect(map(fixture('court-notice/acms.txt'), 'ca2')).toMatchObject({
      appellate: true,
      acms: true,
      dockets: [{ docket_number: '24-9621', federal_dn_case_type: null, docket_entries: [{ document_number: '25' }] }],
    });
  });

  it('is empty for hearings by video and for mails with pictures, which we read', () => {
    const hearing = altered('court-notice/district.txt', 'Hearing on 1/11/2018.', 'Join ZoomGov Meeting at 9.');
    const picture = altered('court-notice/forwarded.txt', 'application/pdf', 'image/png');
    for (const mail of [hearing, picture]) {
      expect(map(mail, 'cacd')).toEqual({});
      expect(kinds.nef_s3.read(mail, { court: 'cacd', name: '' })).toMatchObject({ cases: [{}] });
    }
  });

  it('is empty for what is no notice', () => {
    expect(map(fixture('court-notice/announcement.txt'), 'cacd')).toEqual({});
  });
});
