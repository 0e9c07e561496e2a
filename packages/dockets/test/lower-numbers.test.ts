import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerNumbersOf } from '../src/scotus/lower-numbers.js';

describe('docket numbers of a lower court', () => {
  it.each([
    ['(15-92351)', ['15-92351']],
    ['(3D18-92466, 3D19-90612)', ['3D18-92466', '3D19-90612']],
    ['(98-95309/95509)', ['98-95309', '98-95509']],
    ['(99-91845,-91846)', ['99-91845', '99-91846']],
    ['(02-91111 to 91113)', ['02-91111', '02-91112', '02-91113']],
    ['(02-91111 to 02-91112; 02-91200)', ['02-91111', '02-91112', '02-91200']],
    ['(23-92051 (See also 23-91853))', ['23-92051', '23-91853']],
    ['(1:17-cv-90050-DKW-KSC)', ['1:17-cv-90050-DKW-KSC']],
    ['(B967694 & B967695\nB967696)', ['B967694', 'B967695', 'B967696']],
    ['(02-99998 to 02-10001)', ['02-99998', '02-10001']],
    ['()', []],
  ])('are one by one: %s', (printed, numbers) => {
    expect(lowerNumbersOf(printed)).toEqual(numbers);
  });

  it('are never many times as long as what was printed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789-/,;()to '.split('')), maxLength: 300 }),
        (printed) => {
          expect(lowerNumbersOf(printed).join('').length).toBeLessThan(printed.length * 200 + 1);
        },
      ),
    );
  });
});
