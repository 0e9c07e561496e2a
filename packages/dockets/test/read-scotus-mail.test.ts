import { describe, expect, it } from 'vitest';
import { kinds, readScotusMail } from '../src/index.js';
import { fixture } from './fixture.js';

describe('a mail of the Supreme Court', () => {
  it('quotes the entry, and leaves out how to end the subscription', () => {
    const notice = readScotusMail(fixture('scotus/entry.eml'));
    expect(notice).toEqual({
      printedNumber: '25-9112',
      docketNumber: expect.objectContaining({ canonical: '25-9112' }) as unknown,
      caption: 'Petra Quill, Petitioner v. Owen Marsh, et al.',
      text: 'Judgment VACATED. Kagan, J., delivered the opinion of the Court, joined as to Parts II–B.',
      docketUrl: 'https://www.supremecourt.gov/search.aspx?filename=/docket/DocketFiles/html/Public/25-9112.html',
      sentAt: '2026-06-29T15:21:50.000Z',
      sentOffset: 0,
    });
    expect(JSON.stringify(notice)).not.toMatch(/5ecret|example\.org/);
  });

  it('may not quote it', () => {
    expect(readScotusMail(fixture('scotus/entry-without-text.eml'))).toMatchObject({
      printedNumber: '25A9208',
      caption: 'Wren, Inc., Applicant v. Wallabout',
      text: null,
    });
  });

  it('is refused where it tells of no entry', () => {
    expect(() => readScotusMail(fixture('scotus/confirmation.eml'))).toThrow(
      expect.objectContaining({ code: 'NOT_A_DOCKET' }),
    );
  });

  it('has hyphens for dashes and a harmonized name as juriscraper has it', () => {
    const map = (name: string): unknown =>
      kinds.scotus_email.toJuriscraper(fixture(`scotus/${name}.eml`), { court: '', name });
    expect(map('entry')).toEqual({
      email_type: 'docket_entry',
      email_datetime: '2026-06-29T15:21:50+00:00',
      followup_url: 'https://www.supremecourt.gov/search.aspx?filename=/docket/DocketFiles/html/Public/25-9112.html',
      data: {
        docket_number: '25-9112',
        case_name: 'Petra Quill v. Owen Marsh',
        entry_description: 'Judgment VACATED. Kagan, J., delivered the opinion of the Court, joined as to Parts II-B.',
      },
    });
    expect(map('entry-without-text')).toMatchObject({ email_datetime: '2025-11-10 16:16:39+00:00' });
    expect(map('confirmation')).toEqual({});
  });
});
