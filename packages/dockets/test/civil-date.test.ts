import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCivilDate } from '../src/time/civil-date.js';

describe('a date as courts print it', () => {
  it.each([
    ['12/23/2008', '2008-12-23'],
    [' 1/9/09 ', '2009-01-09'],
    ['02/29/2024 (Entered)', '2024-02-29'],
    ['07/04/76', '1976-07-04'],
    ['07/04/69', '2069-07-04'],
    ['02/29/2023', null],
    ['13/01/2020', null],
    ['00/10/2020', null],
    ['04/31/2020', null],
    ['10/10/20201', null],
    ['n/a', null],
    ['', null],
  ])('is %s', (printed, date) => {
    expect(parseCivilDate(printed)).toBe(date);
  });

  it('is the day of the calendar', () => {
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (moment) => {
        const iso = moment.toISOString().slice(0, 10);
        const [year, month, date] = iso.split('-');
        expect(parseCivilDate(`${month}/${date}/${year}`)).toBe(iso);
        expect(parseCivilDate(`${Number(month)}/${Number(date)}/${year!.slice(2)}`)).toBe(iso);
      }),
    );
  });
});
