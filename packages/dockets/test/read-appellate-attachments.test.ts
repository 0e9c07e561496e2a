import { describe, expect, it } from 'vitest';
import { kinds, readAppellateAttachments } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const list = fixture('appellate-attachments/list.html');

describe('the documents of an appellate entry', () => {
  it('are those of its list; the checkbox is right where the column is not', () => {
    expect(readAppellateAttachments(list, { court: 'ca5' })).toEqual({
      court: 'ca5',
      caseId: '908282',
      sequence: '9947188',
      attachments: [
        { number: 1, documentId: '00509985030', description: 'Appellant Brief', pages: 30, size: null, bytes: 113319 },
        { number: 2, documentId: '00509985029', description: null, pages: 5, size: null, bytes: null },
      ],
    });
  });

  it('may be of a case that the page does not name', () => {
    const nameless = altered('appellate-attachments/list.html', /caseId=908282/g, 'caseId=');
    expect(readAppellateAttachments(nameless, { court: 'ca5' }).caseId).toBeNull();
  });

  it('are led by the smallest id as juriscraper has them', () => {
    expect(kinds.appellate_attachment_pages.toJuriscraper(list, { court: 'ca5', name: '' })).toEqual({
      pacer_doc_id: '00509985029',
      pacer_case_id: '908282',
      pacer_seq_no: '9947188',
      attachments: [
        {
          attachment_number: 1,
          description: 'Appellant Brief',
          page_count: 30,
          pacer_doc_id: '00509985030',
          file_size_bytes: 113319,
        },
        { attachment_number: 2, description: '', page_count: 5, pacer_doc_id: '00509985029' },
      ],
    });
  });

  it('are not on a page that leads to none', () => {
    const page = fixture('appellate-docket/not-found.html');
    expect(() => readAppellateAttachments(page, { court: 'ca5' })).toThrow(
      expect.objectContaining({ code: 'NOT_A_DOCKET' }),
    );
  });
});
