import { describe, expect, it } from 'vitest';
import { readDocketHistory } from '../src/index.js';
import { altered, fixture } from './fixture.js';

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

  it('says whose it is and what it lists, by its links, buttons and heading', () => {
    expect(read('district', 'cacd')).toMatchObject({
      caseId: '926872',
      lists: 'EVENTS',
      saysNone: false,
      receipt: null,
    });
    expect(read('bankruptcy', 'paeb')).toMatchObject({ caseId: '924893', lists: null });
    const of = (from: RegExp, to: string) =>
      readDocketHistory(altered('docket-history/district.html', from, to), { court: 'cacd' });
    expect(of(/DktText\('7431','926872'/g, "DktText('7431','926873'").caseId).toBeNull();
    expect(of(/<b> <font size="5">History<\/font>/, '<h2 align=center>Documents</h2>').lists).toBe('DOCUMENTS');
  });

  it('says that there is nothing to list, and when the court made it', () => {
    const page = altered(
      'docket-history/district.html',
      /<table[\s\S]*/,
      '<h3>There are no events docketed for this case.</h3><table><tr><th>PACER Service Center</th></tr><tr><td>12/22/2017 13:27:50</td></tr>' +
        '<tr><th>Search Criteria:</th><td>2:02-cv-91431-SJO-RC</td></tr></table>',
    );
    expect(readDocketHistory(page, { court: 'cacd' })).toMatchObject({
      caseId: null,
      saysNone: true,
      entries: [],
      receipt: { printedAt: '2017-12-22T21:27:50.000Z', whole: true },
    });
  });

  it('is refused where the page is none', () => {
    for (const file of ['case-query/not-found.html', 'docket-report/refused.html'])
      expect(() => readDocketHistory(fixture(file), { court: 'cacd' })).toThrow(
        expect.objectContaining({ code: 'NOT_A_DOCKET' }),
      );
  });
});
