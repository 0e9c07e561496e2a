import { VigilError } from '@vigil/errors';
import { expect, test } from 'vitest';
import { loadScenario, parseScenario, type ScenarioFile } from '../src/index.js';
import { appellate, type CourtFile, district, nyed } from './small-scenario.js';

const scenario = (...courts: readonly CourtFile[]): ScenarioFile => ({
  title: 'A test',
  clock: { start: '2017-12-15T00:00:00Z' },
  courts: [...courts],
});

function complaint(json: unknown): string {
  try {
    parseScenario(json);
  } catch (error) {
    if (error instanceof VigilError && error.code === 'BAD_INPUT') return error.message;
    throw error;
  }
  return 'accepted';
}

/** The court with the fields of its first case's first entry changed. */
function withEntry(court: CourtFile, change: object): unknown {
  const [first] = court.cases;
  if (first === undefined) throw new Error('no case');
  const entries = first.entries.map((entry, index) => (index === 0 ? { ...entry, ...change } : entry));
  return scenario({ ...court, cases: [{ ...first, entries }] });
}

test('a scenario’s instants become epoch milliseconds, and what is absent its default', () => {
  const { clock, courts } = parseScenario(scenario(district));
  expect(clock).toEqual({ start: Date.UTC(2017, 11, 15), beats: [], speed: 1 });
  expect(courts[0]).toMatchObject({ windowHours: 24, maxItems: 100, conditional: false, entryTypes: 'all' });
});

test('a wrong scenario is refused with each wrong place by name', () => {
  const message = complaint({ ...scenario(district), title: 7, speed: 3 });
  expect(message).toContain('title');
  expect(message).toContain('"speed"');
  expect(complaint(withEntry(district, { at: '2017-12-14 16:00' }))).toContain('courts[0].cases[0].entries[0].at');
});

test('text that the feed cannot carry is refused', () => {
  expect(complaint(withEntry(district, { labels: ['Order [sealed]'] }))).toContain('square brackets');
  expect(complaint(withEntry(district, { labels: ['Ελλάς'] }))).toContain('ISO-8859-1');
});

test('parts that do not fit together are refused', () => {
  expect(complaint(withEntry(district, { sequence: 7 }))).toContain('7 is there twice');
  expect(complaint(withEntry(district, { document: null }))).toContain('both or neither');
  expect(complaint(withEntry(nyed, { document: '90000001' }))).toContain('no document ids');
  expect(complaint(withEntry(appellate, { number: null }))).toBe('accepted');
  expect(complaint(scenario(district, district))).toContain('cacd is there twice');
  expect(complaint(scenario({ ...district, shape: 'bankruptcy' }))).toContain('`bankruptcy`');
  expect(complaint(scenario({ ...district, zone: 'Mars/Olympus' }))).toContain('zone');
  expect(
    complaint({
      ...scenario(district),
      clock: { start: '2017-12-15T00:00:00Z', beats: [{ until: '2017-12-14T00:00:00Z', seconds: 1 }] },
    }),
  ).toContain('not later');
});

test('a file that is not there or no JSON is refused', async () => {
  for (const file of [new URL('nowhere.json', import.meta.url), new URL(import.meta.url)]) {
    await expect(loadScenario(file)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  }
});
