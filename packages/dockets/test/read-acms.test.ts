import { describe, expect, it } from 'vitest';
import { kinds, readAcmsAttachments, readAcmsDocket, scrubbed } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const origin = { court: 'ca9', name: '' };

describe('a docket of ACMS', () => {
  const docket = readAcmsDocket(fixture('acms/docket.json'), origin);

  it('gives the case and the cases below', () => {
    expect(docket).toMatchObject({
      court: 'ca9',
      caseId: 'c8d83e85-0000-ec11-b820-00155d36fcd4',
      docketNumber: { canonical: '22-9021' },
      caption: 'Quill, et al. v. Attorney General',
      filedOn: '2022-01-05',
      appealFrom: 'Board of Immigration Appeals',
      appealFromCode: '95',
      district: 'San Francisco Northern California',
      caseTypes: ['Agency', 'Immigration'],
      isSealed: false,
      originatingCases: [
        {
          number: '1:24-cr-90365-1',
          filedOn: '2024-06-06',
          judgmentOn: '2025-11-12',
          judgmentEnteredOn: null,
          noticeOfAppealOn: '2025-11-18',
          people: [{ name: 'Robin Finch, Senior District Judge', role: 'Trial Judge' }],
        },
      ],
    });
  });

  it('gives parties, one attorney a div, and no alien number', () => {
    expect(docket.parties).toEqual([
      {
        name: 'PETRA QUILL',
        type: 'Petitioner',
        terminatedOn: null,
        notes: [`${scrubbed},`],
        attorneys: [
          {
            name: 'Ms. Ada Wren, Attorney',
            roles: ['Retained'],
            contact: ['Direct: 818-555-0100', 'Wren LLP', 'Encino, CA 91436'],
          },
          { name: 'Bo Sparrow', roles: ['Retained'], contact: ['Terminated: 10/06/2023'] },
        ],
      },
      { name: 'OWEN MARSH', type: 'Respondent', terminatedOn: '2023-10-06', notes: [], attorneys: [] },
    ]);
    expect(JSON.stringify(docket)).not.toContain('000-000-001');
  });

  it('gives entries with the court’s time and the moment', () => {
    expect(docket.entries).toEqual([
      {
        number: 1,
        entryId: '8a926043-0000-ec11-8f8e-001dd803244d',
        filedOn: '2022-01-05',
        enteredAt: '2022-01-05T23:40',
        createdAt: '2022-01-06T07:40:03Z',
        pages: 7,
        documentCount: 1,
        text: 'PETITION FOR REVIEW filed. [Entered: 01/05/2022 11:40:00 PM]',
      },
    ]);
  });

  it('is not JSON of another kind', () => {
    expect(() => readAcmsDocket(fixture('scotus/docket.json'), origin)).toThrow(
      expect.objectContaining({ code: 'NOT_A_DOCKET' }),
    );
    expect(kinds.dockets_acms.toJuriscraper(Buffer.from('no'), origin)).toEqual({});
  });

  it('has an alien number as juriscraper has it only where somebody had masked it', () => {
    const map = (bytes: Uint8Array): unknown => kinds.dockets_acms.toJuriscraper(bytes, origin);
    expect(map(fixture('acms/docket.json'))).toMatchObject({
      date_filed: '2022-01-05',
      originating_court_information: {
        name: 'San Francisco Northern California',
        identifier: '95',
        RESTRICTED_ALIEN_NUMBER: 'A000-000-001',
      },
      docket_entries: [{ date_filed: '2022-01-05T00:00:00', date_entered: '2022-01-05T23:40:00' }],
    });
    const real = JSON.stringify(map(altered('acms/docket.json', /A000-000-001/g, 'A099-000-001')));
    expect(real).not.toContain('099-000-001');
  });
});

describe('the documents of an entry in ACMS', () => {
  const page = readAcmsAttachments(fixture('acms/attachments.json'), origin);

  it('have numbers with or without their entry’s in front', () => {
    expect(page).toMatchObject({ entryNumber: 14, filedOn: '2025-12-05', createdAt: '2025-12-05T22:00:15Z' });
    expect(page.attachments).toMatchObject([
      { number: 1, documentId: '4c232279-0000-f011-ad8e-001dd804bd4c', pages: 1, size: 319, cost: 0.1 },
      { number: 2, permission: 'Public' },
    ]);
  });

  it('are called by the third part of the file’s name, if it has three, as juriscraper has them', () => {
    expect(kinds.acms_attachment_pages.toJuriscraper(fixture('acms/attachments.json'), origin)).toMatchObject({
      entry_number: 14,
      date_filed: '2025-12-05',
      date_end: '2025-12-05',
      attachments: [
        { description: 'T-1080 Form', pacer_doc_id: '4feeb0c6-0000-f011-8544-001dd808439e' },
        { description: '25-9936 014-02 - Motion - FILED - Affidavit.pdf' },
      ],
    });
  });

  it('are not in JSON of another kind', () => {
    expect(() => readAcmsAttachments(fixture('acms/docket.json'), origin)).toThrow(
      expect.objectContaining({ code: 'NOT_A_DOCKET' }),
    );
  });
});
