import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursEnd, nextCourtDay, periodEnd } from '../src/calendar/court-period.js';
import { civilDate, dayNumber } from '../src/calendar/civil-date.js';

const day = fc
  .integer({ min: 0, max: 36_500 })
  .map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10));

describe('Rule 6(a)', () => {
  it.each([
    ['2025-12-11', 14, 'DAY', '2025-12-26'], // Christmas
    ['2026-06-19', 14, 'DAY', '2026-07-06'], // Independence Day observed on a Friday
    ['2026-01-16', 1, 'DAY', '2026-01-20'], // a weekend and a holiday
    ['2026-01-16', 1, 'BUSINESS_DAY', '2026-01-20'],
    ['2026-01-14', 7, 'BUSINESS_DAY', '2026-01-26'],
    ['2026-01-31', 1, 'MONTH', '2026-03-02'], // 28 February is a Saturday
    ['2026-11-30', 2, 'MONTH', '2027-02-01'],
    ['2026-01-05', 2, 'WEEK', '2026-01-20'],
  ] as const)('from %s %i %s: %s', (from, amount, unit, end) => expect(periodEnd(from, amount, unit)).toBe(end));

  it('counts every hour, and ends at the same hour of a day on which courts work', () => {
    expect(hoursEnd('2026-01-13T20:30:00.000Z', 48, 'America/New_York')).toEqual({ date: '2026-01-15', time: '15:30' });
    expect(hoursEnd('2026-01-16T20:30:00.000Z', 24, 'America/New_York')).toEqual({ date: '2026-01-20', time: '15:30' });
    // Clocks are set forward in that night.
    expect(hoursEnd('2026-03-06T20:00:00.000Z', 72, 'America/New_York')).toEqual({ date: '2026-03-09', time: '16:00' });
  });

  it('ends on a day on which courts work, not before the period is over, and within five days of it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 365 }), (from, days) => {
        const end = periodEnd(from, days, 'DAY')!;
        expect(nextCourtDay(end)).toBe(end);
        const over = dayNumber(end) - dayNumber(from) - days;
        expect(over).toBeGreaterThanOrEqual(0);
        expect(over).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('does not compute what no order gives', () => {
    expect(periodEnd('2026-01-01', 5000, 'DAY')).toBeNull();
    expect(periodEnd('2026-01-01', 48, 'HOUR')).toBeNull();
    expect(periodEnd('2199-12-15', 2, 'MONTH')).toBeNull();
    expect(periodEnd('0202-03-01', 2, 'MONTH')).toBeNull();
  });
});

it('a day that no month has is none', () => {
  expect([civilDate(2023, 2, 29), civilDate(2024, 2, 29), civilDate(2024, 13, 1), civilDate(2024, 4, 31)]).toEqual([
    null,
    '2024-02-29',
    null,
    null,
  ]);
});
