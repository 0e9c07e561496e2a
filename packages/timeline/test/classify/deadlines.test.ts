import { describe, expect, it } from 'vitest';
import { readDeadlines, type DeadlineReading, type EntryContext } from '../../src/index.js';

const context: EntryContext = {
  filedOn: '2020-03-02',
  enteredAt: '2020-03-02T20:30:00.000Z',
  zone: 'America/New_York',
};
const read = (text: string, more: Partial<EntryContext> = {}): readonly DeadlineReading[] =>
  readDeadlines(text, { ...context, ...more });

describe('a deadline that is stated', () => {
  it.each([
    ['Answer due for ALL FEDERAL DEFENDANTS by 5/4/2020.', '2020-05-04'],
    ['Response brief due: 05/13/2020. Reply brief due on or before 06/03/2020.', '2020-05-13 2020-06-03'],
    ['By March 9, 2020, respondents shall file an answer.', '2020-03-09'],
    ['Respondents shall have through and including March 17, 2020, to respond.', '2020-03-17'],
    ['(Status Report Deadline: 4/13/2020) (Doe, A)', '2020-04-13'],
    ['April 1, 2020: deadline for Respondents to file an answer.', '2020-04-01'],
    ['The deadline for filing the report of parties planning conference is continued to April 14, 2020.', '2020-04-14'],
    [
      'The preliminary injunction is continued as to all other plaintiffs, until 3/9/20 or further order.',
      '2020-03-09',
    ],
    [
      'Discovery cutoff 6/1/2020; Dispositive motions: 8/3/2020; Expert disclosures: 7/1/2020.',
      '2020-06-01 2020-08-03 2020-07-01',
    ],
    ['ORDER granting Unopposed Motion for Extension of Time to 4/1/2020 to answer.', '2020-04-01'],
    [
      'Redacted Transcript Deadline set for 4/2/2020. Release of Transcript Restriction set for 6/1/2020.',
      '2020-04-02 2020-06-01',
    ],
    ['The last day to file motions is 6/1/2020.', '2020-06-01'],
    ['The brief shall be filed on April 13, 2020.', '2020-04-13'],
    [
      'Schedule: Opening Brief, 4/13/2020; Answering Brief 5/13/2020; Reply Brief - 6/3/2020.',
      '2020-04-13 2020-05-13 2020-06-03',
    ],
    ['ORDER granting an extension of 30 days to April 13, 2020 to file the brief.', '2020-04-13'],
    ['ORDER extending Temporary Restraining Order to 3/16/2020.', '2020-03-16'],
  ])('%s', (text, days) => {
    const found = read(text);
    expect(found.map(({ date }) => date).join(' ')).toBe(days);
    expect(found.every(({ basis }) => basis.kind === 'STATED')).toBe(true);
  });

  it('has its time, before the day or behind it', () => {
    expect(read('The response is due by 4:00 p.m. on Monday, March 9, 2020.')).toMatchObject([
      { date: '2020-03-09', time: '16:00' },
    ]);
    expect(read('Respondents shall file a report no later than March 9, 2020 at noon.')).toMatchObject([
      { time: '12:00' },
    ]);
  });

  it('says what is due, and where it was extended from', () => {
    expect(read('Objections to R&R due by 3/16/2020. Signed by Judge Stone on 3/2/2020.')).toMatchObject([
      { what: 'Objections to R&R', action: 'SET' },
    ]);
    expect(read('Deadline to file dispositive motions extended from 3/6/2020 to 4/6/2020.')).toMatchObject([
      { action: 'EXTENDED', date: '2020-04-06', from: '2020-03-06' },
    ]);
    expect(read('The discovery deadline of April 1, 2020 is VACATED.')).toMatchObject([
      { action: 'VACATED', date: '2020-04-01' },
    ]);
  });

  it.each([
    'MOTION for Extension of Time until 4/1/2020 to File Response by Respondents.',
    'ORDER denying motion to extend the time to answer until 4/1/2020.',
    'ORDER denying extension to April 13, 2020.',
    'Defendants say why an order should not be issued to stop the letter of May 11, 2020.',
    'ORDER signed by Judge Ada Stone on 3/2/2020. Certified mail delivered on 2/25/2020.',
    'Mandate pull date is 04/27/2020',
    'Petitioner was detained until February 5, 2020, when he was released.',
    'Hearing set for 4/27/2020 at 10:00 AM.',
    'Records of visits from 1/1/2019 through 12/31/2019 are sealed.',
  ])('is none: %s', (text) => expect(read(text)).toEqual([]));
});

describe('a deadline that is given as a period', () => {
  it.each([
    ['Respondents shall file a return within 14 days of this order.', '2020-03-16', null, '6(a)(1)'],
    [
      'Respondents shall provide a bond hearing within seven (7) days or release Petitioner.',
      '2020-03-09',
      null,
      '6(a)(1)',
    ],
    // The fifth day is a Saturday.
    ['Objections due within five days.', '2020-03-09', null, '6(a)(1)'],
    ['The response is due within 7 business days.', '2020-03-11', null, '6(a)(1)'],
    ['Respondents shall show cause within 72 hours why the writ should not issue.', '2020-03-05', '15:30', '6(a)(2)'],
    ['Respondents shall respond no later than 10 days from March 3, 2020.', '2020-03-13', null, '6(a)(1)'],
    ['Petitioner shall file a traverse within two weeks.', '2020-03-16', null, '6(a)(1)'],
  ] as const)('%s', (text, date, time, rule) => {
    expect(read(text)).toMatchObject([{ date, time, basis: { kind: 'COMPUTED', rule } }]);
  });

  it('has no day where the text does not tell what triggers it', () => {
    expect(read('The optional reply brief is due within 21 days of service of the answering brief.')).toMatchObject([
      {
        date: null,
        basis: { kind: 'COMPUTED', amount: 21, unit: 'DAY', from: null, trigger: 'of service of the answering brief' },
      },
    ]);
    expect(read('Respondents shall answer within 14 days.', { filedOn: null })).toMatchObject([{ date: null }]);
  });

  it('has no hour where the moment of the entry is not known', () => {
    expect(read('Respondents shall answer within 72 hours.', { enteredAt: null })).toMatchObject([
      { date: '2020-03-05', time: null },
    ]);
    expect(read('Respondents shall answer within 36 hours.', { enteredAt: null })).toMatchObject([{ date: null }]);
  });

  it.each([
    'MOTION for extension of 14 days to respond by Respondents.',
    'The parties shall meet 7 days before the hearing.',
    'Respondents shall give notice at least 14 days before re-detention.',
    'Petitioner has been detained for more than 300 days.',
  ])('is none: %s', (text) => expect(read(text)).toEqual([]));
});
