import { describe, expect, it } from 'vitest';
import { kinds, readCaseQuery } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const read = (name: string, court: string) => readCaseQuery(fixture(`case-query/${name}.html`), { court });
const map = (name: string, court: string): unknown =>
  kinds.case_queries.toJuriscraper(fixture(`case-query/${name}.html`), { court, name });

describe('the answer to a query for a case', () => {
  it('names the judges of a district court, and related cases', () => {
    expect(read('district', 'casd')).toMatchObject({
      printedNumber: '3:18-cr-93298-JAH',
      docketNumber: { canonical: '3:18-cr-93298' },
      caption: 'USA v. Moorhen et al',
      assignedTo: 'Jonas A. Hoopoe',
      referredTo: 'Lydia Linnet',
      relatedCases: '16cv91322-JAH',
      filedOn: '2018-08-14',
      remarks: [],
    });
  });

  it('keeps every fact of a bankruptcy court', () => {
    const query = read('bankruptcy', 'arwb');
    expect(query).toMatchObject({ assignedTo: 'Rica D. Tattler', dischargedOn: '2018-03-30', terminatedOn: null });
    expect(query.facts.map(({ label }) => label).join()).toBe(
      'Case type,Chapter,Asset,Vol,Chief Judge,Date filed,Date of last filing,Plan confirmed,Debtor discharged,' +
        'Joint debtor discharged,Date terminated',
    );
  });

  it('keeps what a clerk remarks apart from the facts', () => {
    expect(read('remark', 'txsd')).toMatchObject({
      filedOn: '2021-01-01',
      remarks: [
        { text: "Use 'Control F' to search for a name.", bold: false },
        { text: 'DO NOT DOCKET.', bold: true },
      ],
    });
    expect(read('endless-note', 'txsd')).toMatchObject({
      caption: 'Whinchat',
      note: 'RETURN TO SENDER, see DE #11. Janis Gadwall, presiding Date filed: 02/21/2008',
      facts: [],
      filedOn: '2008-02-21',
    });
  });

  it('tells the court’s own id of the case by what may be asked about it, where all links agree', () => {
    const menu = (...ids: readonly string[]) =>
      readCaseQuery(
        altered(
          'case-query/district.html',
          /<tr><td>/,
          `<tr><td>${ids.map((id) => `<A HREF="/cgi-bin/qryParties.pl?${id}">Party</A>`).join('')}`,
        ),
        { court: 'casd' },
      ).caseId;
    expect(read('district', 'casd').caseId).toBeNull();
    expect(menu('987222', '987222')).toBe('987222');
    expect(menu('987222', '987223')).toBeNull();
  });

  it('may be of a case of the Panel on Multidistrict Litigation', () => {
    const page = altered('case-query/district.html', '3:18-cr-93298-JAH All Defendants', 'MDL No. 92168');
    expect(readCaseQuery(page, { court: 'jpml' }).docketNumber?.canonical).toBe('MDL No. 92168');
  });

  it('is refused where there is no such case', () => {
    const refused = { code: 'NOT_A_DOCKET', message: expect.stringContaining('Case not found.') as string };
    expect(() => read('not-found', 'cacd')).toThrow(expect.objectContaining(refused));
    expect(map('not-found', 'cacd')).toEqual({});
  });

  it('has keys by its labels under juriscraper’s names', () => {
    expect(map('bankruptcy', 'arwb')).toMatchObject({
      court_id: 'arwb',
      docket_number: '4:16-bk-93062',
      case_name: 'Judith Nightjar',
      assigned_to_str: 'Rica D. Tattler',
      case_type: 'bk',
      vol: 'v',
      date_last_filing: '2018-06-06',
      date_plan_confirmed: '2018-01-22',
      date_debtor_dismissed: '2018-03-30',
      date_joint_debtor_dismissed: '2018-03-31',
      date_terminated: null,
    });
    expect(map('district', 'casd')).toMatchObject({
      case_name: 'United States v. Moorhen',
      case_name_raw: 'USA v. Moorhen et al',
      referred_to_str: 'Lydia Linnet',
      related_cases_str: '16cv91322-JAH',
    });
  });

  it('loses there what that loses: captions behind which a note stands, and all where a clerk remarks', () => {
    expect(map('endless-note', 'txsd')).toMatchObject({ docket_number: '2:08-mc-90021', case_name: '' });
    expect(map('remark', 'txsd')).toEqual({});
  });
});
