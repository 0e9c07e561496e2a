import { parseScenario, type Scenario, type ScenarioFile } from '../src/index.js';

export type CourtFile = ScenarioFile['courts'][number];

/** A district court with one case: three entries on 14 December 2017, the second with two short descriptions. */
export const district: CourtFile = {
  id: 'cacd',
  name: 'Central District of California',
  shape: 'district',
  documentPrefix: '031',
  cases: [
    {
      id: '9900001',
      number: '2:17-cv-90001',
      caption: "Garrick & Sons v. O'Dell",
      entries: [
        { at: '2017-12-14T16:00:00Z', sequence: 5, number: 1, labels: ['Complaint'], document: '90000001' },
        {
          at: '2017-12-14T18:00:00Z',
          sequence: 7,
          number: 2,
          labels: ['Temporary Restraining Order', 'Order to Show Cause'],
          document: '90000002',
        },
        { at: '2017-12-14T20:00:00Z', sequence: 9, labels: ["Clerk's <Text> Notice"] },
      ],
    },
  ],
};

export const bankruptcy: CourtFile = {
  id: 'cacb',
  name: 'Central District of California',
  shape: 'bankruptcy',
  documentPrefix: '973',
  cases: [
    {
      id: '9900002',
      number: '2:17-bk-90002-QR',
      caption: 'Peña Ironworks, Inc.',
      bankruptcy: { type: 'bk', office: '2', chapter: '7', trustee: "O'Toole, Ivo" },
      entries: [
        { at: '2017-12-14T16:00:00Z', sequence: 11, number: 3, labels: ['Order (Generic)'], document: '90000003' },
        { at: '2017-12-14T17:00:00Z', sequence: 12, labels: ['Add Judge'] },
      ],
    },
  ],
};

export const appellate: CourtFile = {
  id: 'ca9',
  name: 'United States Court of Appeals for the Ninth Circuit',
  shape: 'appellate',
  documentPrefix: '009',
  zone: 'America/Los_Angeles',
  entryTypes: 'orders, opinions',
  cases: [
    {
      id: '1',
      number: '17-90003',
      caption: 'Fairweather v. Gantry',
      entries: [
        { at: '2017-12-14T16:00:00Z', sequence: 10900001, number: 4, labels: ['Order filed'], document: '90000004' },
        { at: '2017-12-14T17:00:00Z', sequence: 10900002, labels: ['Clerk order filed'], document: '90000005' },
        { at: '2017-12-14T18:00:00Z', sequence: 10900003, labels: ['ruling'] },
      ],
    },
  ],
};

export const nyed: CourtFile = {
  id: 'nyed',
  name: 'Eastern District of New York',
  shape: 'nyed',
  documentPrefix: '123',
  cases: [
    {
      id: '9900004',
      number: '1:17-cv-90004-QRS-TV',
      caption: 'Rope & Sail Co. v. Ilvermead',
      entries: [
        { at: '2017-12-14T16:00:00Z', sequence: 1, number: 1, labels: ['Complaint'] },
        { at: '2017-12-14T17:00:00Z', sequence: 2, labels: ['Order(Other)', 'Order'] },
      ],
    },
  ],
};

/** A scenario of the given courts that stands at 15 December 2017, 00:00 UTC, and passes in real time. */
export function scenarioOf(...courts: readonly CourtFile[]): Scenario {
  return parseScenario({ title: 'A test', clock: { start: '2017-12-15T00:00:00Z' }, courts });
}

export const cacd = { host: 'ecf.cacd.uscourts.gov', path: '/cgi-bin/rss_outside.pl' };
