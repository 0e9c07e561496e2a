import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filedPaper,
  joinDeadlines,
  joinHearings,
  readDeadlines,
  readHearings,
  type DeadlineEntry,
  type EntryReadings,
  type HearingReading,
} from '../../src/index.js';

const zone = 'America/New_York';

/** An entry of a day, which is also its id. */
const hearingEntry = (on: string, text: string): EntryReadings<HearingReading> => ({
  eventId: `event ${on} ${text.length}`,
  position: on,
  readings: readHearings(text, { filedOn: on, zone }),
});
const deadlineEntry = (on: string, text: string): DeadlineEntry => ({
  eventId: `event ${on}`,
  position: on,
  on,
  paper: filedPaper(text),
  readings: readDeadlines(text, { filedOn: on, zone }),
});
const hearings = (...entries: readonly (readonly [string, string])[]): ReturnType<typeof joinHearings> =>
  joinHearings(entries.map(([on, text]) => hearingEntry(on, text)));
const deadlines = (...entries: readonly (readonly [string, string])[]): ReturnType<typeof joinDeadlines> =>
  joinDeadlines(entries.map(([on, text]) => deadlineEntry(on, text)));

describe('the hearings of a Case', () => {
  it('each have what every entry said of them', () => {
    const [conference, trial, ...others] = hearings(
      [
        '2020-03-02',
        'Status Conference set for 4/6/2020 at 10:00 AM in Courtroom 5 before Judge Ada Stone. Jury Trial set for 9/14/2020.',
      ],
      ['2020-03-20', 'The status conference set for April 6, 2020 is continued to April 13, 2020 at 11:00 a.m.'],
      ['2020-04-01', 'Status Conference reset for 4/20/2020 at 09:00 AM in Courtroom 6.'],
      ['2020-04-20', 'Minute Entry: Status Conference held on 4/20/2020.'],
      ['2020-05-01', 'The trial set for September 14, 2020 is vacated.'],
    );
    expect(others).toEqual([]);
    expect(conference).toMatchObject({
      status: 'HELD',
      kind: 'status conference',
      date: '2020-04-20',
      time: '09:00',
      place: 'Courtroom 6',
    });
    expect(conference!.states.map(({ action, date }) => `${action} ${date}`)).toEqual([
      'SET 2020-04-06',
      'RESET 2020-04-13',
      'RESET 2020-04-20',
      'HELD 2020-04-20',
    ]);
    expect(trial).toMatchObject({ status: 'VACATED', kind: 'jury trial', date: '2020-09-14', time: null });
  });

  it('are told apart by name, and by day where two have one', () => {
    const found = hearings(
      ['2020-03-02', 'Motion Hearing set for 4/6/2020 at 10:00 AM. Status Conference set for 4/6/2020 at 11:00 AM.'],
      ['2020-03-03', 'Motion Hearing set for 5/6/2020 at 10:00 AM.'],
      ['2020-03-04', 'Motion Hearing reset for 5/7/2020 at 10:00 AM.'],
      ['2020-03-05', 'The hearing set for May 6, 2020 is continued to May 8, 2020.'],
    );
    expect(found.map(({ date, kind, states }) => `${date} ${kind} ${states.length}`)).toEqual([
      '2020-04-06 motion hearing 1',
      '2020-04-06 status conference 1',
      // Of two motion hearings nobody can say which one it was.
      '2020-05-07 motion hearing 1',
      '2020-05-08 motion hearing 2',
    ]);
  });

  it('are the same in whatever order the entries come, and however often', () => {
    const kinds = fc.constantFrom('Motion Hearing', 'Status Conference', 'hearing');
    const days = fc.constantFrom('4/6/2020', '4/7/2020', '4/8/2020');
    const text = fc
      .tuple(kinds, days, days, fc.constantFrom('set', 'moved', 'reset', 'vacated', 'held'))
      .map(([kind, one, other, does]) => {
        if (does === 'moved') return `The ${kind} set for ${one} is continued to ${other} at 10:00 AM.`;
        if (does === 'vacated') return `The ${kind} set for ${one} is vacated.`;
        return `${kind} ${does} ${does === 'held' ? 'on' : 'for'} ${one}.`;
      });
    const entry = fc
      .tuple(fc.constantFrom('2020-03-02', '2020-03-03', '2020-03-04'), text)
      .map(([on, words]) => hearingEntry(on, words));
    const entries = fc.uniqueArray(entry, { selector: ({ eventId }) => eventId, minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        entries.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
        ),
        ([all, arrived]) => {
          const joined = joinHearings(all);
          expect(joinHearings(arrived)).toEqual(joined);
          // Each reading is in one hearing.
          const states = joined.flatMap((hearing) => hearing.states);
          expect(states).toHaveLength(all.flatMap(({ readings }) => readings).length);
        },
      ),
    );
  });
});

describe('the deadlines of a Case', () => {
  it('are extended, vacated and met', () => {
    const found = deadlines(
      [
        '2020-03-02',
        'Answer due by 3/9/2020. Respondents’ brief due by 4/1/2020. Status report due by 5/1/2020. Reply due by 6/1/2020.',
      ],
      ['2020-03-04', 'Deadline to answer extended from 3/9/2020 to 3/23/2020.'],
      ['2020-03-05', 'The status report deadline of May 1, 2020 is vacated.'],
      ['2020-03-20', 'ANSWER to Petition by Respondents.'],
      ['2020-03-21', 'BRIEF by Petitioner.'],
      ['2020-06-02', 'REPLY by Petitioner.'],
    );
    expect(found.map(({ date, status, metBy }) => [date, status, metBy])).toEqual([
      ['2020-03-23', 'MET', 'event 2020-03-20'],
      // Another party's brief, and a reply that came late, meet nothing.
      ['2020-04-01', 'PENDING', null],
      ['2020-05-01', 'VACATED', null],
      ['2020-06-01', 'PENDING', null],
    ]);
    expect(found[0]!.states.map(({ action }) => action)).toEqual(['SET', 'EXTENDED']);
  });

  it('are not met by what a court says of a paper', () => {
    expect(filedPaper('RESPONSE in Opposition re 2 MOTION filed by Respondents.')).not.toBeNull();
    expect(filedPaper('REPORT AND RECOMMENDATION re 2 Petition.')).toBeNull();
    expect(filedPaper('ORDER: response due by 3/9/2020.')).toBeNull();
    expect(filedPaper('RETURN OF SERVICE executed.')).toBeNull();
  });

  it('are the same in whatever order the entries come, and however often', () => {
    const days = fc.constantFrom('4/6/2020', '4/7/2020');
    const text = fc.oneof(
      fc.tuple(fc.constantFrom('Answer', 'Reply'), days).map(([what, on]) => `${what} due by ${on}.`),
      fc.tuple(days, days).map(([one, other]) => `Deadline to answer extended from ${one} to ${other}.`),
      fc.constantFrom('ANSWER by Respondents.', 'REPLY by Petitioner.', 'Respondents shall answer within 14 days.'),
    );
    const all = fc
      .array(text, { minLength: 1, maxLength: 8 })
      .map((texts) =>
        texts.map((words, index) => deadlineEntry(`2020-03-${String(index + 2).padStart(2, '0')}`, words)),
      );
    fc.assert(
      fc.property(
        all.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length })),
        ),
        ([entries, some]) => {
          const arrived = [...some, ...entries];
          expect(joinDeadlines(arrived)).toEqual(joinDeadlines(entries));
        },
      ),
    );
  });
});
