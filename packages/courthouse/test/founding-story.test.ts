import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { elapsedAt, foundingStory, loadScenario } from '../src/index.js';

const scenario = await loadScenario(foundingStory);
const { beats } = scenario.clock;
const entries = scenario.courts.flatMap((court) =>
  court.cases.flatMap((docketCase) => docketCase.entries.map((entry) => ({ court, docketCase, entry }))),
);
const chhoeun = entries.filter(({ docketCase }) => docketCase.number === '8:17-cv-01898');

const dayOf = (label: string): string | null | undefined =>
  chhoeun
    .filter(({ entry }) => entry.labels.includes(label))
    .map(({ entry }) => DateTime.fromMillis(entry.at, { zone: 'America/Los_Angeles' }).toISODate())[0];

test('the story is told in about two minutes', () => {
  const seconds = beats.reduce((sum, beat) => sum + beat.seconds, 0);
  expect(seconds).toBeGreaterThan(105);
  expect(seconds).toBeLessThan(135);
});

test('the four public dates are right, and no short description tells an outcome', () => {
  expect(dayOf('Petition for Writ of Habeas Corpus (2241)')).toBe('2017-10-27');
  expect(dayOf('Temporary Restraining Order')).toBe('2017-12-14');
  expect(dayOf('Show Cause Hearing')).toBe('2018-01-11');
  expect(dayOf('Preliminary Injunction')).toBe('2018-01-25');
  expect(JSON.stringify(scenario)).not.toMatch(/grant|denied|denying/i);
});

test('the order of 14 December is one entry with two short descriptions', () => {
  const order = chhoeun.find(({ entry }) => entry.labels.includes('Temporary Restraining Order'));
  expect(order?.entry.labels).toEqual(['Temporary Restraining Order', 'Order to Show Cause']);
});

test('60 to 80 items come from four courts', () => {
  const items = entries.reduce((sum, { entry }) => sum + entry.labels.length, 0);
  expect(items).toBeGreaterThanOrEqual(60);
  expect(items).toBeLessThanOrEqual(80);
  expect(scenario.courts.map(({ id }) => id)).toEqual(['cacd', 'txwd', 'nyed', 'ca4']);
});

test('the docket of the case has no gap in its numbers', () => {
  const numbers = chhoeun.flatMap(({ entry }) => entry.number ?? []);
  expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});

test('sequences and document ids grow with time', () => {
  for (const court of scenario.courts) {
    const inOrder = court.cases
      .flatMap((docketCase) => docketCase.entries)
      .sort((a, b) => a.at - b.at)
      .flatMap(({ document }) => (document === null ? [] : Number(document)));
    expect(inOrder).toEqual([...new Set(inOrder)].sort((a, b) => a - b));
    for (const { entries: ofCase } of court.cases) {
      expect(ofCase.map(({ sequence }) => sequence)).toEqual(
        [...ofCase]
          .sort((a, b) => a.at - b.at)
          .map(({ sequence }) => sequence)
          .sort((a, b) => a - b),
      );
    }
  }
});

test('invented cases have numbers that no court gave', () => {
  for (const { docketCase } of entries) {
    if (docketCase.number === '8:17-cv-01898') continue;
    expect(docketCase.number).toMatch(/-9\d{4}/);
  }
});

test('every item stays in its feed for four real seconds, so that a look every two seconds misses none', () => {
  for (const { court, docketCase, entry } of entries) {
    const gone = elapsedAt(scenario.clock, entry.at + court.windowHours * 3_600_000);
    const shown = gone - elapsedAt(scenario.clock, entry.at);
    expect({ docketCase, entry, enough: shown > 4_000 }).toMatchObject({ enough: true });
  }
});
