import { expect, test } from 'vitest';
import { feedChangedAt, feedItems } from '../src/feed-window.js';
import type { ScenarioCourt } from '../src/index.js';
import { type CourtFile, district, scenarioOf } from './small-scenario.js';

const at = (hour: number): number => Date.UTC(2017, 11, 14, hour);

function courtOf(changes: Partial<CourtFile> = {}): ScenarioCourt {
  const [court] = scenarioOf({ ...district, ...changes }).courts;
  if (court === undefined) throw new Error('no court');
  return court;
}

const sequences = (court: ScenarioCourt, instant: number): readonly number[] =>
  feedItems(court, instant).map(({ entry }) => entry.sequence);

test('a feed holds what was docketed up to now, newest first', () => {
  expect(sequences(courtOf(), at(15))).toEqual([]);
  expect(sequences(courtOf(), at(16))).toEqual([5]);
  expect(sequences(courtOf(), at(20))).toEqual([9, 7, 7, 5]);
});

test('an item leaves when its window is over, not a millisecond earlier', () => {
  expect(sequences(courtOf(), at(40) - 1)).toContain(5);
  expect(sequences(courtOf(), at(40))).not.toContain(5);
  expect(sequences(courtOf({ windowHours: 3 }), at(20))).toEqual([9, 7, 7]);
});

test('a full feed drops its oldest items', () => {
  expect(sequences(courtOf({ maxItems: 2 }), at(20))).toEqual([9, 7]);
});

test('a feed changes when an item comes and when one goes', () => {
  expect(feedChangedAt(courtOf(), at(15))).toBeNull();
  expect(feedChangedAt(courtOf(), at(19))).toBe(at(18));
  expect(feedChangedAt(courtOf(), at(41))).toBe(at(40));
});
