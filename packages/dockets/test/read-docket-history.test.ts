import { describe, expect, it } from 'vitest';
import { readDocketHistory } from '../src/index.js';
import { fixture } from './fixture.js';

const read = (name: string, court: string) => readDocketHistory(fixture(`docket-history/${name}.html`), { court });

describe('a history report', () => {
  it('gives what its head says of a case of a district court', () => {
    expect(read('district', 'cacd')).toMatchObject({
      court: 'cacd',
      docketNumber: { canonical: '2:02-cv-91431', assignedInitials: 'SJO', referredInitials: 'RC' },
      caption: 'Nancy Jacana, et al v. Herbary Intl Inc, et al',
      assignedTo: 'S. James Otterbird',
      referredTo: 'Rosalind M. Chough',
      filedOn: '2002-02-19',
      terminatedOn: '2004-03-24',
      lastFilingOn: '2011-11-07',
      dischargedOn: null,
    });
  });

  it('gives what its head says of a case in bankruptcy', () => {
    expect(read('bankruptcy', 'paeb')).toMatchObject({
      docketNumber: { canonical: '12-90770', assignedInitials: 'elf' },
      caption: 'Kelvin M. Crake and Chandra M. Crake',
      assignedTo: 'Erica L. Fulmar',
      dischargedOn: '2017-10-16',
      facts: expect.arrayContaining([{ label: 'Chapter', value: '13' }]) as unknown,
    });
  });

  it('keeps every row, with the id that the button for its text has where it has no link', () => {
    const { entries } = read('district', 'cacd');
    expect(entries).toEqual([
      {
        number: '1',
        documentId: '031019455445',
        documentUrl: 'https://ecf.cacd.uscourts.gov/doc1/031119455445',
        sequence: '2',
        filedOn: '2002-02-19',
        enteredOn: '2002-02-21',
        terminatedOn: null,
        label: 'Complaint',
        text: 'COMPLAINT filed by plaintiff.\nAnswer to [10] due. Re A•••••••••.',
      },
      {
        number: null,
        documentId: null,
        documentUrl: null,
        sequence: '14',
        filedOn: '2002-03-01',
        enteredOn: '2002-03-01',
        terminatedOn: '2002-04-02',
        label: 'Minutes of Hearing , held',
        text: null,
      },
      expect.objectContaining({ number: 'doc', label: 'Mail Returned', sequence: null }),
    ]);
  });

  it('is refused where the page is none', () => {
    for (const file of ['case-query/not-found.html', 'docket-report/refused.html'])
      expect(() => readDocketHistory(fixture(file), { court: 'cacd' })).toThrow(
        expect.objectContaining({ code: 'NOT_A_DOCKET' }),
      );
  });
});
