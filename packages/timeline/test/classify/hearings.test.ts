import { describe, expect, it } from 'vitest';
import { readHearings, type EntryContext, type HearingReading } from '../../src/index.js';

const context: EntryContext = { filedOn: '2020-03-02', zone: 'America/New_York' };
const read = (text: string, more: Partial<EntryContext> = {}): readonly HearingReading[] =>
  readHearings(text, { ...context, ...more });
/** As `2020-05-01 10:00 SET`. */
const brief = (text: string, filedOn = context.filedOn): readonly string[] =>
  read(text, { filedOn }).map(({ date, time, action }) => [date, time, action].filter(Boolean).join(' '));

describe('a hearing is set', () => {
  it.each([
    [
      'without “at”',
      'Scheduling Conference set for 6/23/2020 11:30 AM before Judge Ada B. Stone.',
      '2020-06-23 11:30 SET',
    ],
    [
      'of a motion',
      'Motion set for hearing on 9/15/2020 at 01:30 PM before Judge Ada B. Stone.',
      '2020-09-15 13:30 SET',
    ],
    ['with nothing named', 'set for 6/11/2020 at 01:30 PM before Judge Ada B. Stone', '2020-06-11 13:30 SET'],
    ['with two digits of the year', 'Status hearing set for 5/18/20 at 9:15 a.m.', '2020-05-18 09:15 SET'],
    [
      'with a month’s name in capitals',
      'scheduling a HEARING ON THURSDAY, JUNE 25, 2020 AT 1:00 P.M.',
      '2020-06-25 13:00 SET',
    ],
    ['with the time first', 'Oral argument scheduled for 9:00 a.m. on June 24, 2020', '2020-06-24 09:00 SET'],
    [
      'with dashes',
      'NOTICE OF ORAL ARGUMENT on Thursday, April 30, 2020 - 09:00 A.M. - Courtroom 3',
      '2020-04-30 09:00 SET',
    ],
    ['for a day, never for midnight', 'Notice of Hearing Date set for July 30, 2020', '2020-07-30 SET'],
    [
      'behind its place',
      'Hearing to commence in Courtroom No. 2 on March 10, 2020, at 1:30 p.m.',
      '2020-03-10 13:30 SET',
    ],
    ['behind its day', 'On March 4, 2020 at 3:00 PM the Court will hold a hearing on the TRO.', '2020-03-04 15:00 SET'],
    [
      'by a telephone number, which is no time',
      'Hearing set for 3/9/2020 at 2:00 PM at (509) 555-0142 for Telephonic Conference',
      '2020-03-09 14:00 SET',
    ],
    [
      'by a movant',
      'MOTION to Compel filed by Ann Doe. Motion Hearing set for 4/6/2020 09:00 AM before Judge Stone.',
      '2020-04-06 09:00 SET',
    ],
    [
      'on a presentment',
      'NOTICE of Motion by Ann Doe for presentment before Honorable Ada Stone on 3/5/2020 at 09:15 AM.',
      '2020-03-05 09:15 SET',
    ],
    [
      'to show cause',
      'Respondents show cause before the Honorable Ada Stone, Room 6, on June 3, 2020, at 2:30PM why',
      '2020-06-03 14:30 SET',
    ],
    ['in a year that is not printed', 'A hearing is set for April 17 at 10:00 a.m.', '2020-04-17 10:00 SET'],
  ])('%s', (_form, text, expected) => expect(brief(text)).toEqual([expected]));

  it('at hours without a half of the day by the hours that courts keep, less surely', () => {
    const hour = (text: string): unknown => read(`Phone conference set for 5/18/2020 @ ${text}`)[0]?.time;
    expect(['10:00', '9:15', '1:30', '5:00', '13:30'].map(hour)).toEqual(['10:00', '09:15', '13:30', '17:00', '13:30']);
    expect(hour('6:30')).toBeNull();
    const sure = (text: string): number => read(`Hearing set for ${text}`)[0]!.confidence;
    expect(sure('5/18/2020 1:30')).toBeLessThan(sure('5/18/2020 1:30 PM'));
    expect(brief('Hearing set for 9:00 3/9/20, dept 1')).toEqual(['2020-03-09 09:00 SET']);
  });

  it('less surely where the weekday contradicts the day', () => {
    const [right, wrong] = ['Monday', 'Friday'].map(
      (day) => read(`Hearing set for ${day}, March 9, 2020 at 10:00 AM`)[0]!,
    );
    expect([right!.date, wrong!.date]).toEqual(['2020-03-09', '2020-03-09']);
    expect(wrong!.confidence).toBeLessThan(0.6);
    expect(right!.confidence).toBeGreaterThan(0.9);
  });

  it('with its name, judge, place and words', () => {
    const text =
      'ORDER. Final Pretrial Conference set for 5/18/2020 at 09:00 AM in Courtroom 3 (Omaha) before Chief Judge Ada B. Stone.';
    const [hearing] = read(text);
    expect(hearing).toMatchObject({
      kind: 'final pretrial conference',
      judge: 'Ada B. Stone',
      place: 'Courtroom 3 (Omaha)',
      precision: 'MINUTE',
    });
    expect(text.slice(hearing!.words.start, hearing!.words.end)).toBe('Conference set for 5/18/2020 at 09:00 AM');
  });

  it('once, where a text says it twice', () => {
    const text =
      'A hearing will be held on March 9, 2020. (Motion Hearing set for 3/9/2020 at 02:00 PM before Judge Stone.)';
    expect(read(text)).toMatchObject([{ date: '2020-03-09', time: '14:00', kind: 'motion hearing' }]);
  });
});

describe('a hearing is moved', () => {
  it.each([
    [
      'set for July 21, 2020, is continued to Friday, July 24, 2020 at 9:00 a.m.',
      '2020-07-24 09:00',
      '2020-07-21',
      null,
      false,
    ],
    [
      'Trial set for 3/16/2020 is advanced on the motion of the court to 3/12/2020 at 9:30 AM',
      '2020-03-12 09:30',
      '2020-03-16',
      null,
      true,
    ],
    [
      'Hearing set for 5/8/2020 at 10:00 AM is advanced to 8:15 AM on that date',
      '2020-05-08 08:15',
      '2020-05-08',
      '10:00',
      true,
    ],
    [
      'The Sentencing set for 5/22/20107 is RESET for 6/26/2020 at 09:00 AM in Courtroom 5',
      '2020-06-26 09:00',
      null,
      null,
      false,
    ],
    [
      'resetting Competency Hearing now set for 12/17/20 at 10:00 to 12/17/2020 02:30 PM',
      '2020-12-17 14:30',
      '2020-12-17',
      '10:00',
      false,
    ],
    [
      'The status hearing set for 4/17/20 is stricken and reset to 5/18/20 at 9:15 a.m.',
      '2020-05-18 09:15',
      '2020-04-17',
      null,
      false,
    ],
    ['ORDER continuing hearing from 3/9/2020 to 3/16/2020 at 1:30 p.m.', '2020-03-16 13:30', '2020-03-09', null, false],
    [
      'The hearing set for March 10, 2020 is VACATED. The hearing is RESET for March 12, 2020 at 2:00 p.m.',
      '2020-03-12 14:00',
      '2020-03-10',
      null,
      false,
    ],
    ['Hearing set for 3/5/2020 at 2:00 PM is moved to 10:00 a.m.', '2020-03-05 10:00', '2020-03-05', '14:00', true],
  ] as const)('%s', (text, now, ...[date, time, isEarlier]) => {
    expect(brief(text)).toEqual([`${now} RESET`]);
    expect(read(text)[0]).toMatchObject({ from: { date, time }, isEarlier });
  });

  it('less surely from a day that is none', () => {
    expect(read('Hearing set for 22/20107 is RESET for 6/26/2020 at 09:00 AM')[0]!.confidence).toBeLessThan(0.8);
  });

  it('from a day that nobody told', () => {
    expect(read('Scheduling Conference re-set for 9/11/2020 01:00 PM')).toMatchObject([
      { action: 'RESET', from: null, isEarlier: false },
    ]);
  });

  it('apart from another one in the same sentence', () => {
    const text = 'Jury Trial reset for 9/14/2020 at 9:00 a.m. Pretrial Conference reset for 9/1/2020 at 1:30 p.m.';
    expect(brief(text)).toEqual(['2020-09-01 13:30 RESET', '2020-09-14 09:00 RESET']);
    expect(read(text).map(({ from }) => from)).toEqual([null, null]);
  });
});

describe('a hearing is vacated', () => {
  it.each([
    'Status hearing set for 5/18/2020 before Magistrate Judge Stone is hereby stricken with no appearance required.',
    'ORDER vacating 5/18/2020 Hearing re Motion for Preliminary Approval. Signed by Judge Ada Stone on 3/2/2020.',
    'the 5/18/2020 pretrial conference is VACATED',
    'NOTICE canceling Case Management Hearing scheduled for 5/18/2020',
    'ORDER that the hearing set for 5/18/2020 will be on the briefs re 19 MOTION',
    'The Motion Hearing, which has been noticed for Monday, 05/18/2020, will be decided on papers submitted without oral argument.',
    'This matter is ordered submitted without oral argument on May 18, 2020, in Pasadena.',
    'TEXT ORDER CONTINUING generally the sentencing hearing set for 5/18/2020',
    'that the conference previously set for May 18, 2020 is CONTINUED to be reset after the motions are resolved.',
    'The hearing set for 5/18/2020 is hereby taken off calendar.',
  ])('%s', (text) => expect(brief(text)).toEqual(['2020-05-18 VACATED']));
});

describe('a hearing was held', () => {
  it.each([
    'Minute Entry for proceedings held before Judge Ada Stone: Status Conference held on 2/28/2020.',
    'Minute Entry for Motion Hearing held before Judge Ada B. Stone on 2/28/2020.',
    'Telephonic Status Conference held on 2/28/2020 from 10:00 a.m. to 10:20 a.m. Time in Court: 5:15-5:25.',
    'Jury trial began on 2/28/2020 before Judge Ada Stone.',
  ])('%s', (text) => expect(brief(text)).toEqual(['2020-02-28 HELD']));

  it('on the day of the entry where a court of appeals says that the case was argued', () => {
    expect(brief('Case argued by Ann Doe for Appellant. [Entered: 03/02/2020 02:10 PM]')).toEqual(['2020-03-02 HELD']);
    expect(
      readHearings('ARGUED AND SUBMITTED. [Entered: 03/03/2020 02:10 PM]', { ...context, filedOn: null }),
    ).toMatchObject([{ date: '2020-03-03', time: null, kind: 'oral argument' }]);
  });
});

describe('no hearing', () => {
  it.each([
    'Transcript Designation set for 11/28/2020.',
    'STIPULATION AND ORDER Extending Dispositive Motion Cut-off set for 8/7/2020',
    'Briefing schedule set. Response due by 3/9/2020.',
    'REQUEST to Continue Hearing from 09/18/2020 to 09/22/2020 Re: Scheduling Notice, [50] filed by Ann Doe.',
    'The defendant requests the Status Conference be reset for 11/25/2020 at 02:00 PM in Chambers',
    'CONSENT LETTER MOTION to Adjourn Conference scheduled for Friday, September 25, 2020 addressed to Judge Stone',
    'STIPULATION AND [PROPOSED] ORDER to Continue Hearing from 3/9/2020 to 3/16/2020 by Ann Doe.',
    'MEDIATION CONFERENCE NOT HELD Mediation Conference scheduled for 03/02/2020 was not held.',
    'Docket Call set for 1/21/2020. CASE NOT CALLED: answer filed.',
    'TRANSCRIPT of Proceedings held on 2/3/2020, before Judge Ada Stone.',
    'At a hearing on February 3, 2020, the immigration judge denied bond. The petition is denied.',
    'FILING ERROR - DEFICIENT DOCKET ENTRY - MOTION to Withdraw. Return Date set for 12/7/2020 at 11:00 AM.',
    'ORDER denying 14 Motion to Continue the hearing set for March 5, 2020.',
    'NOTICE of supplemental authority. (Attachments: # 1 Order setting hearing for 3/9/2020 at 10:00 AM)',
    'The case is considered for a calendar in San Francisco: sitting dates March 6-10 and March 27-31, 2020',
    'ORDER: the March 5, 2020 conference remains set for 10:00 a.m. on March 5, 2020.',
    'DECLARATION of Ann Doe about the hearing held on February 3, 2020.',
    'A hearing was set for March 9, 2020, before the case was transferred.',
    'CASE CALENDARED for argument during the 5/5/20 - 5/8/20 session.',
  ])('%s', (text) => expect(brief(text)).toEqual([]));
});

describe('the clocks of a hearing', () => {
  const elPaso = { zone: 'America/Chicago', divisionZones: [{ division: 'El Paso', zone: 'America/Denver' }] };

  it('are those of its division, wherever the court has its seat', () => {
    const zone = (place: string): string | undefined =>
      read(`Hearing set for 3/9/2020 at 10:00 AM in ${place} before Judge Stone.`, elPaso)[0]?.zone;
    expect(zone('Courtroom 5, El Paso')).toBe('America/Denver');
    expect(zone('Courtroom 5, San Antonio')).toBe('America/Chicago');
  });

  it('are those that the text names, unless they are the court’s', () => {
    const zone = (printed: string, court: string): string =>
      read(`Hearing set for 3/9/2020 at 2:30PM ${printed}`, { zone: court })[0]!.zone;
    expect(zone('ET', 'America/Chicago')).toBe('America/New_York');
    expect(zone('Mountain Time', 'America/Chicago')).toBe('America/Denver');
    expect(zone('ET', 'America/Detroit')).toBe('America/Detroit');
    expect(zone('in Central City', 'America/New_York')).toBe('America/New_York');
  });
});
