import { VigilError } from '@vigil/errors';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { kinds, type Kind } from '../src/index.js';
import { examples, type Example } from './examples.js';
import { fixture } from './fixture.js';
import { wounded } from './wounds.js';

const kindOf = ({ kind }: Example): Kind => kinds[kind];
const originOf = ({ court, file }: Example): { court: string; name: string } => ({ court, name: file });
const titles = examples.map((example) => [`${example.kind} (${example.file})`, example] as const);

/** What every date and moment of a record looks like. */
const date = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{3})?Z)?$/;

/** The places at which a record holds what it may not. */
function faults(value: unknown, place = ''): readonly string[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [place];
  if (typeof value === 'string') {
    if (/On$|\.date$/.test(place) && !date.test(value)) return [place];
    if (place.endsWith('At') && !moment.test(value)) return [place];
    // A line's end is part of some texts; no other control character is.
    return value.split('').some((letter) => letter < ' ' && letter !== '\n') ? [place] : [];
  }
  if (typeof value !== 'object') return [place];
  return Object.entries(value).flatMap(([key, each]) => faults(each, Array.isArray(value) ? place : `${place}.${key}`));
}

/** The names that a record has at each place. */
function names(value: unknown, place = '', found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return found;
  if (Array.isArray(value)) for (const each of value) names(each, `${place}[]`, found);
  else {
    found.set(place, Object.keys(value).sort().join());
    for (const [key, each] of Object.entries(value)) names(each, `${place}.${key}`, found);
  }
  return found;
}

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof VigilError && error.code === 'NOT_A_DOCKET') return null;
    throw error;
  }
}

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

describe('the law of reading', () => {
  it.each(titles)('damaged bytes are read in the right types, or refused with a typed error: %s', (_title, example) => {
    const whole = names(kindOf(example).read(fixture(example.file), originOf(example)));
    fc.assert(
      fc.property(wounded(fixture(example.file)), (bytes) => {
        const record = outcome(() => kindOf(example).read(bytes, originOf(example)));
        expect(faults(record)).toEqual([]);
        for (const [place, keys] of names(record)) expect([place, whole.get(place) ?? keys]).toEqual([place, keys]);
        expect(() => kindOf(example).toJuriscraper(bytes, originOf(example))).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  it.each(titles)('a file is read alike in every zone, and however often: %s', (_title, example) => {
    const readings = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((zone) => {
      process.env['TZ'] = zone;
      return kindOf(example).read(fixture(example.file), originOf(example));
    });
    for (const reading of readings) expect(reading).toEqual(readings[0]);
  });

  it.each(titles)('an unknown court is refused: %s', (_title, example) => {
    if (example.court === '') return;
    const read = () => kindOf(example).read(fixture(example.file), { court: 'nowhere', name: '' });
    expect(read).toThrow(expect.objectContaining({ code: 'UNKNOWN_COURT' }));
  });
});
