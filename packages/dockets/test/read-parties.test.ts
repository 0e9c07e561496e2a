import { describe, expect, it } from 'vitest';
import { readDocketReport, type Party } from '../src/index.js';
import { altered, fixture } from './fixture.js';

const parties = (name: string, court: string): readonly Party[] =>
  readDocketReport(fixture(`docket-report/${name}.html`), { court }).parties;

describe('the parties of a docket report', () => {
  it('have the type above them, the lines below their name, and their lawyers', () => {
    expect(parties('civil', 'cacd')[0]).toEqual({
      type: 'Petitioner',
      name: 'Tomas Rivermouth',
      extra: ['A•••••••••'],
      terminatedOn: null,
      attorneys: [
        {
          name: 'Petra Q. Sandpiper',
          contact: ['Tidewater Legal Aid', '12 Quay Street', 'Riverside, CA 92500', 'Email: sandpiper@example.org'],
          email: 'sandpiper@example.org',
          roles: ['LEAD ATTORNEY', 'ATTORNEY TO BE NOTICED'],
          remarks: [],
        },
        { name: 'Otto Heron', contact: ['Tidewater Legal Aid'], email: null, roles: ['PRO HAC VICE'], remarks: [] },
      ],
      criminal: null,
    });
  });

  it('keep a capacity in their name, the day they left, and that nobody represents them', () => {
    expect(parties('civil', 'cacd')[1]).toMatchObject({
      type: 'Respondent',
      name: 'Warden, Harbour Point Detention Facility, in his official capacity',
      terminatedOn: '2025-04-07',
      attorneys: null,
    });
  });

  it('have a lawyer’s contact from above where the page points there', () => {
    const [attorney] = parties('civil', 'cacd')[2]!.attorneys!;
    expect(attorney).toMatchObject({ email: 'sandpiper@example.org', contact: { length: 4 } });
    const page = altered('docket-report/civil.html', /<B>Petra[^]*?<B>Otto/, '<B>Otto');
    const orphan = readDocketReport(page, { court: 'cacd' }).parties[2]!.attorneys![0];
    expect(orphan).toMatchObject({ name: 'Petra Q. Sandpiper', contact: [], email: null });
  });

  it('are listed once where the page lists them twice', () => {
    const row = /<tr><td><b><u>Movant[^]*?<tr><td><\/td><\/tr>/;
    const page = altered('docket-report/civil.html', row, '$&$&');
    expect(readDocketReport(page, { court: 'cacd' }).parties).toHaveLength(3);
  });

  it('have no type where none stands above them', () => {
    const page = altered('docket-report/civil.html', /<tr><td><b><u>Movant.*?<\/tr>/, '');
    expect(readDocketReport(page, { court: 'cacd' }).parties[2]).toMatchObject({
      type: null,
      name: 'Gull & Tern, Inc.',
    });
  });

  it('of bankruptcy courts have their type in italics above the name', () => {
    expect(parties('bankruptcy', 'azb')).toMatchObject([
      {
        type: 'Debtor 1',
        name: 'CORAL R PLOVER',
        extra: ['35 E SANDBAR DR', 'SSN / ITIN: xxx-xx-0000'],
        attorneys: [{ name: 'RAY M. TERNLEY', email: 'ray@example.org' }],
      },
      { type: 'U.S. Trustee', name: 'U.S. TRUSTEE', attorneys: [] },
    ]);
  });

  it('of adversary proceedings have it above dashes, for all that follow', () => {
    expect(parties('adversary', 'cacb').map(({ type, name }) => [type, name])).toEqual([
      ['3rd Pty Plaintiff', 'HOWARD M EIDER'],
      ['Defendant', 'Studio Dunlin'],
      ['Defendant', 'Studio Dunlin II'],
    ]);
  });

  it('of the Court of International Trade have lawyers with remarks', () => {
    expect(parties('trade', 'cit')[0]!.attorneys).toEqual([
      {
        name: 'Maria E. Curlew',
        contact: ['17 State Street'],
        email: null,
        roles: [],
        remarks: ['TERMINATED: 07/22/2010', 'Bar Status: ACTIVE'],
      },
    ]);
  });

  it('of criminal cases have the charges below them', () => {
    const [defendant, plaintiff] = parties('criminal', 'txsd');
    expect(defendant).toMatchObject({ type: 'Defendant (2)', name: 'Ines Lockhaven', terminatedOn: '2024-08-24' });
    expect(defendant!.criminal).toEqual({
      counts: [
        {
          text: '8:1326(a) - Reentry of a removed alien\n(1s)',
          number: '1s',
          disposition: 'Custody of BOP for a term of 3 months.\nNo fine.',
          status: 'PENDING',
        },
        { text: '18:1546 - Fraud and misuse of visas\n(2)', number: '2', disposition: null, status: 'PENDING' },
      ],
      complaints: [{ text: '8:1326(a) - Reentry', disposition: null }],
      highestOffenseOpening: 'Felony',
      highestOffenseTerminated: 'None',
    });
    expect(plaintiff).toMatchObject({ type: 'Plaintiff', name: 'USA', criminal: null });
  });
});
