import { describe, expect, it } from 'vitest';
import { enteredTime } from '../src/time/entered-time.js';
import { parseNamedDate } from '../src/time/named-date.js';
import { offsetTime } from '../src/time/offset-time.js';

describe('a date whose month is a name', () => {
  it.each([
    ['May 12, 2017', '2017-05-12'],
    ['Jan  2 2002', '2002-01-02'],
    [' September 9, 2024 ', '2024-09-09'],
    ['Sept. 9, 2024', '2024-09-09'],
    ['February 30, 2024', null],
    ['Smarch 1, 2024', null],
    ['12 May 2017', null],
    ['May 12, 2017 and more', null],
    ['', null],
  ])('%s', (printed, date) => {
    expect(parseNamedDate(printed)).toBe(date);
  });
});

describe('the time of an appellate entry', () => {
  it.each([
    ['Filed. [22-95459] (JAC) [Entered: 05/27/2022 11:10 AM]', '2022-05-27T11:10'],
    ['Filed. [Entered: 01/05/2022 12:40:59 AM]', '2022-01-05T00:40'],
    ['Filed. [Entered: 01/05/2022 12:40 PM]', '2022-01-05T12:40'],
    ['Filed. [Entered: 01/05/2022 13:40 PM]', null],
    ['Filed. [Entered: 02/30/2022 01:40 PM]', null],
    ['Filed. (Entered: 01/05/2022)', null],
  ])('%s', (text, time) => {
    expect(enteredTime(text)).toBe(time);
  });
});

describe('a moment at an offset', () => {
  it.each([
    [-480, '2017-12-14T15:10:05-08:00'],
    [0, '2017-12-14T23:10:05+00:00'],
    [345, '2017-12-15T04:55:05+05:45'],
  ])('of %i minutes', (offset, printed) => {
    expect(offsetTime('2017-12-14T23:10:05.000Z', offset)).toBe(printed);
  });
});
