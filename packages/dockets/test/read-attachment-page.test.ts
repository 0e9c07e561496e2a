import { describe, expect, it } from 'vitest';
import { kinds, readAttachmentPage } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const read = (name: string, court: string) => readAttachmentPage(fixture(`attachment-page/${name}.html`), { court });
const map = (name: string, court: string): Record<string, unknown> =>
  kinds.attachment_pages.toJuriscraper(fixture(`attachment-page/${name}.html`), { court, name }) as Record<
    string,
    unknown
  >;

describe('an attachment page', () => {
  it('gives the entry’s number, ids and documents', () => {
    expect(read('district', 'cacd')).toEqual({
      court: 'cacd',
      documentNumber: 43,
      caseId: '990496',
      sequence: '133',
      main: { documentId: '031034999988', description: null, pages: 7, size: '42.1 KB', bytes: 43111 },
      attachments: [
        {
          number: 1,
          printedNumber: 1,
          documentId: '031034999989',
          description: 'Exhibit A, two pages & a map',
          pages: 41,
          size: '1.2 MB',
          bytes: 1258291,
        },
        {
          number: 2,
          printedNumber: 2,
          documentId: '031034999990',
          description: '*Restricted*',
          pages: null,
          size: '0 B',
          bytes: null,
        },
      ],
    });
  });

  it('numbers attachments without the main document, each judged by its own id', () => {
    const { documentNumber, attachments } = read('district-counting-the-main', 'nced');
    expect(documentNumber).toBe(49);
    expect(attachments.map(({ printedNumber, number }) => [printedNumber, number])).toEqual([
      [2, 1],
      [3, 3],
    ]);
  });

  it('counts the main document in bankruptcy courts at all times, and has no entry’s number there', () => {
    expect(read('bankruptcy', 'deb')).toMatchObject({
      documentNumber: null,
      caseId: '915824',
      sequence: '12',
      main: { documentId: '04208015230', description: 'Main Document', pages: 7, size: null },
      attachments: [{ number: 1, printedNumber: 2, documentId: '04208015231', description: 'Exhibit A' }],
    });
  });

  it('takes the entry’s number of a bankruptcy court from the checkbox, where there is one', () => {
    const page = altered(
      'attachment-page/bankruptcy.html',
      '<TR><TD align=right><a',
      "<TR><TD><input type='checkbox' name='document_3_0' value='8015230-506509-7'></TD><TD align=right><a",
    );
    expect(readAttachmentPage(page, { court: 'deb' })).toMatchObject({
      documentNumber: 3,
      main: { description: 'Main Document', bytes: 506509 },
    });
  });

  it('may list attachments without their main document', () => {
    expect(read('district-without-main', 'azd')).toMatchObject({
      documentNumber: null,
      main: null,
      attachments: [{ number: 2, documentId: '025091786991', description: 'Part 2' }],
    });
  });

  it('may have a main document without number, in a link without text', () => {
    const page = altered('attachment-page/district.html', /document_43_0([^]*?)>43<\/a>/, 'document_0_0$1></a>');
    const { documentNumber, main } = readAttachmentPage(page, { court: 'cacd' });
    expect(documentNumber).toBeNull();
    expect(main?.documentId).toBe('031034999988');
  });

  it('is none where no row leads to a document', () => {
    expect(() => read('error', 'cacd')).toThrow(expect.objectContaining({ code: 'NOT_A_DOCKET' }));
    expect(map('error', 'cacd')).toEqual({});
  });
});

describe('an attachment page as juriscraper has it', () => {
  it('has the main document’s values beside its own', () => {
    expect(map('district', 'cacd')).toMatchObject({
      document_number: 43,
      pacer_case_id: '990496',
      pacer_doc_id: '031034999988',
      pacer_seq_no: '133',
      page_count: 7,
      file_size_str: '42.1 KB',
      file_size_bytes: 43111,
    });
  });

  it('has sizes in kilobytes and more only, and exact ones where the page has them', () => {
    const { attachments } = map('district', 'cacd') as { attachments: object[] };
    expect(attachments[1]).toEqual({
      attachment_number: 2,
      description: '*Restricted*',
      page_count: null,
      file_size_str: '',
      pacer_doc_id: '031034999990',
      pacer_seq_no: '133',
    });
  });

  it('knows no number where the page does not call the document the main one', () => {
    const letter = altered('attachment-page/district-counting-the-main.html', 'Main Document', 'Letter');
    expect(readAttachmentPage(letter, { court: 'nced' }).documentNumber).toBe(49);
    expect(kinds.attachment_pages.toJuriscraper(letter, { court: 'nced', name: '' })).toMatchObject({
      document_number: null,
      attachments: [{ attachment_number: 1 }, { attachment_number: 3 }],
    });
  });

  it('takes the first attachment’s id where there is no main document', () => {
    expect(map('district-without-main', 'azd')).toMatchObject({ document_number: null, pacer_doc_id: '025091786991' });
  });

  it('is empty for pages that were saved with a browser’s extension, which we read', () => {
    const saved = altered('attachment-page/district.html', '<html>', '<script>MetaMask is not another web3</script>');
    expect(kinds.attachment_pages.toJuriscraper(saved, { court: 'cacd', name: '' })).toEqual({});
    expect(readAttachmentPage(saved, { court: 'cacd' }).attachments).toHaveLength(2);
  });
});
