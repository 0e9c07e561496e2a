import { minutes, type AnySource } from '@vigil/source-kit';
import { sources } from '@vigil/sources';
import { expect, it } from 'vitest';
import { paceOf } from '../src/schedule/pace-of.js';

const feed = sources.get('cmecf-rss')!;
const every = (instant: string, source: AnySource = feed, court: string | null = 'cacd'): number =>
  paceOf(source, court, new Date(instant)).everyMs;

it('a court’s feed is looked at three times as seldom at night, on weekends and on holidays, by the court’s own clock', () => {
  expect(every('2026-03-03T00:00:00Z')).toBe(minutes(5)); // Monday, 16:00 in Los Angeles
  expect(every('2026-03-03T05:59:00Z')).toBe(minutes(5));
  expect(every('2026-03-03T06:00:00Z')).toBe(minutes(15)); // 22:00
  expect(every('2026-03-03T13:59:00Z')).toBe(minutes(15));
  expect(every('2026-03-03T14:00:00Z')).toBe(minutes(5)); // 6:00
  expect(every('2026-03-07T20:00:00Z')).toBe(minutes(15)); // Saturday
  expect(every('2026-07-03T20:00:00Z')).toBe(minutes(15)); // Independence Day, observed
  expect(every('2026-03-03T12:00:00Z', feed, 'nysd')).toBe(minutes(5)); // 7:00 in New York
});

it('never more seldom than every quarter of an hour because of it, nor more often; and only feeds of courts', () => {
  const slow: AnySource = { ...feed, schedule: { every: minutes(60), atMost: minutes(2) } };
  expect(every('2026-03-07T20:00:00Z', slow)).toBe(minutes(60));
  expect(every('2026-03-07T20:00:00Z', feed, null)).toBe(minutes(5));
  const docket = sources.get('cmecf-docket')!;
  expect(every('2026-03-07T20:00:00Z', docket)).toBe(docket.schedule.every);
});
