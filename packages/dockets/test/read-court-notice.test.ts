import { describe, expect, it } from 'vitest';
import { readCourtNotice, readCourtNoticeBody } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const read = (name: string, court: string) => readCourtNotice(fixture(`court-notice/${name}.txt`), { court });

describe('a notice of electronic filing', () => {
  it('tells of one entry all that it prints, and not whom it was mailed to', () => {
    const notice = read('district', 'cacd');
    expect(notice).toEqual({
      court: 'cacd',
      system: 'NEF',
      label: 'Order on Motion for TRO',
      filedOn: '2017-12-13',
      enteredOn: '2017-12-14',
      enteredAt: '2017-12-14T23:09:00.000Z',
      sentAt: '2017-12-14T23:10:05.000Z',
      documents: ['Main Document', 'Proposed Order'],
      cases: [
        {
          caption: 'Rivermouth et al v. Harbour Trust',
          printedNumber: '8:17-cv-90898-ABC-DEF',
          docketNumber: expect.objectContaining({ canonical: '8:17-cv-90898' }) as unknown,
          caseId: '690001',
          filer: 'Harbour Trust',
          closedOn: null,
          number: '26',
          documentId: '031090001234',
          documentUrl: 'https://ecf.cacd.uscourts.gov/doc1/031190001234?caseid=690001&de_seq_num=91',
          sequence: '91',
          text: 'ORDER granting [12] MOTION for TRO as amended. Hearing on 1/11/2018. (Attachments: # (1) Proposed Order)(om)',
        },
      ],
    });
    expect(JSON.stringify(notice)).not.toContain('example.org');
  });

  it('may be its body alone, which has neither subject nor date', () => {
    const body = readCourtNoticeBody(fixture('court-notice/body.html'), { court: 'cacd' });
    expect(body).toEqual({ ...read('district', 'cacd'), label: null, sentAt: null });
  });

  it('spreads one text over the cases in front of it', () => {
    const { label, cases, enteredAt } = read('bankruptcy', 'njb');
    const text =
      'Adversary case 24-91365. Complaint for turnover by Owen Marsh against Wren. Fee Amount $ 350. (Quill, Petra)';
    expect(label).toBe('Complaint');
    expect(enteredAt).toBe('2024-05-17T16:25:00.000Z');
    expect(cases).toMatchObject([
      { caption: 'Marsh v. Wren & Sparrow, LLC', number: '1', sequence: '3', closedOn: null, text },
      { caption: 'Lantern Bay Ferries LLC', number: null, documentUrl: null, closedOn: '2024-01-02', text },
    ]);
    expect(cases[1]?.caseId).toBe('9098474');
  });

  it('gives each case the text that follows it, where there are several', () => {
    expect(read('panel', 'jpml').cases).toMatchObject([
      { printedNumber: 'MDL No. 9967', docketNumber: { canonical: 'MDL No. 9967' }, text: 'NOTICE for all' },
      { printedNumber: 'NYE/1:21-cv-92960', docketNumber: { canonical: '1:21-cv-92960' }, text: 'NOTICE for Quill' },
    ]);
  });

  it('may be plain text, with addresses in place of links', () => {
    expect(read('plain', 'dcd')).toMatchObject({
      filedOn: '2019-03-15',
      // No zone is printed.
      enteredAt: null,
      cases: [
        {
          printedNumber: '1:17-cr-90201-ABJ',
          caseId: '990596',
          number: '551',
          documentId: '04507959984',
          sequence: '2335',
          text: 'Joint STATUS REPORT by USA as to OWEN MARSH (Quill, Petra)',
        },
      ],
    });
  });

  it('is read in a mail that was forwarded', () => {
    expect(read('forwarded', 'cacd')).toMatchObject({
      label: 'Letter',
      cases: [{ caption: 'Rivermouth v. Señor Wren', number: '27', documentId: null, text: 'LETTER — by Señor Wren.' }],
    });
  });

  it('does not take a line of the text for a label of its own', () => {
    const mail = altered('court-notice/district.txt', 'Hearing on 1/11/2018.', '<br>Document: none. Filer: none.');
    expect(readCourtNotice(mail, { court: 'cacd' }).cases[0]).toMatchObject({
      filer: 'Harbour Trust',
      text: 'ORDER granting [12] MOTION for TRO as amended. Document: none. Filer: none. (Attachments: # (1) Proposed Order)(om)',
    });
  });
});

describe('a notice of docket activity', () => {
  it('numbers no entries, and says more of the document than of the event or the other way round', () => {
    expect(read('appellate', 'ca2')).toMatchObject({
      system: 'NDA',
      label: 'Motion to Stay Removal',
      enteredAt: '2022-06-14T20:20:16.000Z',
      cases: [
        {
          caseId: '955129',
          number: null,
          documentId: '00208883934',
          documentUrl: 'https://ecf.ca2.uscourts.gov/docs1/00218883934',
          text: 'MOTION to stay, filed by Petra Quill. [3332664] [21-91975]',
        },
      ],
    });
    const longer = altered('court-notice/appellate.txt', 'Motion filed Stay', 'Emergency motion filed Stay of Removal');
    expect(readCourtNotice(longer, { court: 'ca2' }).label).toBe('Emergency motion filed Stay of Removal');
  });

  it('of ACMS has the entry’s number in its subject, and a document’s address that is a secret as a whole', () => {
    const notice = read('acms', 'ca2');
    expect(notice).toMatchObject({
      system: 'ACMS',
      label: 'Petition for Rehearing FILED',
      filedOn: '2025-07-24',
      cases: [
        {
          caption: 'Quill LLC v. City of Wallabout',
          number: '25',
          documentUrl: null,
          text: 'PETITION FOR REHEARING, FILED. Service date 07/24/2025 by ACMS. [Entered: 07/24/2025 09:52 PM]',
        },
      ],
    });
    expect(JSON.stringify(notice)).not.toContain('5ecret');
  });
});

describe('a mail that tells of no new entry', () => {
  it.each([
    ['an announcement', fixture('court-notice/announcement.txt')],
    ['a correction', altered('court-notice/district.txt', 'ORDER granting', 'Modified Dkt text from')],
    [
      'a claim',
      altered(
        'court-notice/bankruptcy.txt',
        '<BR>The following',
        'Notice of Electronic Claims Filing<BR>The following',
      ),
    ],
    ['a letter', Buffer.from('Subject: hello\n\nDear Petra,\n')],
    ['no mail', Buffer.from('%PDF-1.7')],
  ])('is refused: %s', (_name, mail) => {
    expect(() => readCourtNotice(mail, { court: 'cacd' })).toThrow(expect.objectContaining({ code: 'NOT_A_DOCKET' }));
  });
});
