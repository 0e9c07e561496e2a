import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeadlines, readHearings, type EntryContext } from '../../src/index.js';

const context: EntryContext = { filedOn: '2020-03-02', zone: 'America/New_York' };
/** Beginnings of what the grammar waits to see the end of. */
const pieces = [
  '1/',
  '(',
  '[(',
  'a-',
  '1:',
  ' ',
  '\n',
  'a. A',
  'motion to ',
  'before Judge ',
  'within 14 days of ',
  'reset to ',
];

describe('a text of 200,000 characters', () => {
  it.each(pieces)('of %j takes no longer than its length', (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    const begin = process.cpuUsage();
    readHearings(`${text} 5/5/2020`, context);
    readDeadlines(`${text} 5/5/2020`, context);
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

it('any text of the grammar’s own words is read without an error, within itself, and the same again', () => {
  const words = fc.constantFrom(
    ...(
      'hearing|conference|deadline|motion|set|reset|vacated|held|continued|to|from|by|until|due|on|for|at|that date|3/9/2020|' +
      '3/32/20107|March 9|May 5, 2020|10:00|2:30 p.m.|within 14 days|of|(|)|[|.|,|;|:|ORDER|before Judge Stone|granting|requests|' +
      'not|is|without oral argument'
    ).split('|'),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (list) => {
      const text = list.join(' ');
      const readings = [...readHearings(text, context), ...readDeadlines(text, context)];
      for (const { words: span, confidence } of readings) {
        expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
        expect(confidence > 0 && confidence <= 1).toBe(true);
      }
      expect([...readHearings(text, context), ...readDeadlines(text, context)]).toEqual(readings);
    }),
    { numRuns: 2000 },
  );
});
