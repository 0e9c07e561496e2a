import { describe, expect, it } from 'vitest';
import { kinds, type KindName } from '../src/index.js';
import { altered, fixture } from './fixture.js';

interface Mapped extends Readonly<Record<string, unknown>> {
  readonly docket_entries: readonly Readonly<Record<string, unknown>>[];
  readonly parties: readonly Readonly<Record<string, unknown>>[];
}

const map = (bytes: Uint8Array, court: string, kind: KindName = 'dockets_district'): Mapped =>
  kinds[kind].toJuriscraper(bytes, { court, name: '' }) as Mapped;
const report = (name: string, court: string): Mapped => map(fixture(`docket-report/${name}.html`), court);

describe('the mapping of a docket report to juriscraper', () => {
  it('gives the case under that project’s names, what is unknown as empty text', () => {
    expect(report('civil', 'cacd')).toMatchObject({
      court_id: 'cacd',
      docket_number: '5:25-cv-90017',
      federal_dn_office_code: '5',
      federal_dn_judge_initials_assigned: 'ABC',
      case_name: 'Tomas Rivermouth v. Warden, Harbour Point Detention Facility',
      date_filed: '2025-03-14',
      date_converted: null,
      assigned_to_str: 'Ada B. Cormorant',
      referred_to_str: 'Dora Egret',
      demand: '',
      ordered_by: 'date_filed',
    });
  });

  it('loses entries without a date or with an unusual number', () => {
    expect(report('civil', 'cacd').docket_entries.map((entry) => entry['document_number'])).toEqual([
      '1',
      '2',
      null,
      '9',
    ]);
  });

  it('glues lines, and takes the first date that calls itself that of entry', () => {
    expect(report('civil', 'cacd').docket_entries[1]).toMatchObject({
      description: expect.stringMatching(/^MINUTES IN CHAMBERSORDER TO SHOW CAUSE/) as string,
      date_entered: '2025-03-14',
    });
    expect(report('civil', 'cacd').docket_entries[0]!['description']).toContain('Federal Custody, filed');
  });

  it('makes an id of the last part of any address, and reads row ids from scripts only', () => {
    expect(report('bankruptcy', 'azb').docket_entries[0]).toMatchObject({
      pacer_doc_id: 'sho0_doc.pl',
      pacer_seq_no: null,
    });
  });

  it('gives an entry the size of its main document, and its attachments', () => {
    expect(report('selectable', 'cand').docket_entries[0]).toMatchObject({
      page_count: 121,
      file_size_bytes: 1034443,
      attachments: [{ attachment_number: 1, pacer_doc_id: '035023513539', file_size_str: '248.8 KB' }, {}],
    });
  });

  it('unites the types of parties, but not in adversary proceedings', () => {
    expect(report('criminal', 'txsd').parties[0]).toMatchObject({
      type: 'Defendant',
      criminal_data: { counts: [{ name: '8:1326(a) - Reentry of a removed alien(1s)', status: 'pending' }, {}] },
    });
    expect(report('adversary', 'cacb').parties[0]!['type']).toBe('3rd Pty Plaintiff');
  });

  it('loses the charges of the last party', () => {
    const alone = altered(
      'docket-report/criminal.html',
      /<HR><TABLE[^>]*>\s*<tr><td[^>]*><br><b><u>Plaintiff[^]*?<\/table>/,
      '',
    );
    expect(map(alone, 'txsd').parties).toEqual([
      expect.not.objectContaining({ criminal_data: expect.anything() as unknown }),
    ]);
  });

  it('names a case by its debtor, its lead case, its sides, or not at all', () => {
    expect(report('bankruptcy', 'azb')['case_name']).toBe('CORAL R PLOVER');
    expect(report('adversary', 'cacb')['case_name']).toBe('Axle International, Inc - Adversary Proceeding');
    const sealed = altered('docket-report/criminal.html', 'Case title: USA v. Lockhaven et al', 'Sealed');
    expect(map(sealed, 'txsd')['case_name']).toBe('United States v. Ines Lockhaven');
    expect(report('one-column', 'txnb')['case_name']).toBe('Unknown Case Title');
  });

  it('takes a judge from any entry where the head names none', () => {
    const page = altered('docket-report/civil.html', 'Referred to: Magistrate Judge Dora Egret', '');
    const told = Buffer.from(
      Buffer.from(page).toString().replace('TEXT ONLY ENTRY.', 'Motion referred to: Judge Finch'),
    );
    expect(map(told, 'cacd')['referred_to_str']).toMatch(/^Finch/);
  });

  it('reads the texts of one court from the column of the numbers', () => {
    const entries = map(fixture('docket-report/bankruptcy.html'), 'txnb').docket_entries;
    expect(entries.map((entry) => entry['description'])).toEqual(['', '']);
    expect(report('one-column', 'txnb').docket_entries[0]!['description']).toMatch(/^Application to employ/);
  });

  it('is empty where words of a refusal, or of a browser’s extension, stand anywhere', () => {
    for (const words of ['Case not found.', 'console.log("CloudMask")', 'MetaMask detected another web3.', 'D. Drumpf'])
      expect(map(altered('docket-report/civil.html', 'TEXT ONLY ENTRY.', words), 'cacd')).toEqual({});
    expect(report('refused', 'cacd')).toEqual({});
  });
});

describe('the mapping of a history report to juriscraper', () => {
  const history = (name: string, court: string): Mapped =>
    map(fixture(`docket-history/${name}.html`), court, 'docket_history_reports');

  it('loses row ids that no link’s script tells, and unusual numbers', () => {
    expect(history('district', 'cacd')).toMatchObject({
      case_name: 'Nancy Jacana v. Herbary Intl Inc',
      docket_entries: [
        { document_number: '1', pacer_seq_no: '2', short_description: 'Complaint' },
        { document_number: null, pacer_seq_no: null, short_description: 'Minutes of Hearing, held' },
      ],
    });
    expect(history('bankruptcy', 'paeb').docket_entries[0]!['pacer_seq_no']).toBeNull();
  });

  it('names a district court’s case only where its caption has two sides, or is in re', () => {
    const named = (caption: string): unknown =>
      map(
        altered('docket-history/district.html', /Nancy Jacana.*?<br>/, `${caption}<br>`),
        'cacd',
        'docket_history_reports',
      )['case_name'];
    expect(named('In re Nest Box Litigation')).toBe('In re Nest Box Litigation');
    expect(named('Sealed')).toBe('Unknown Case Title');
  });
});
