import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeName } from '../src/index.js';

describe('a judge’s name', () => {
  it.each([
    ['Judge Timothea M. Burgess-Wren', 'Timothea M. Burgess-Wren'],
    ['Magistrate Judge KRISTI K DUNLIN', 'Kristi K. Dunlin'],
    ['Honorable Sue W. Teal', 'Sue W. Teal'],
    ["Judge Cosimo O'mara, III (Settlement)", "Cosimo O'Mara III"],
    ['U.S. District Judge Nan Mcgull Jr', 'Nan McGull Jr.'],
    ['J. Marcus Pipit', 'Marcus Pipit'],
    ['J. G. Pipit', 'J. G. Pipit'],
    ['Judge Unassigned', ''],
    ['Pro Se Law Clerk', ''],
    ['', ''],
  ])('without titles and notes, in title case: %s', (printed, name) => {
    expect(judgeName(printed)).toBe(name);
  });

  it('is its own normal form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z' .,()-]{0,30}$/), (printed) => {
        expect(judgeName(judgeName(judgeName(printed)))).toBe(judgeName(judgeName(printed)));
      }),
    );
  });
});
