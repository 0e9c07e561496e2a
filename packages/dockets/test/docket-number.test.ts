import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocketNumber, type CourtKind } from '../src/index.js';

const canonical = (printed: string, kind: CourtKind): string | undefined => parseDocketNumber(printed, kind)?.canonical;

describe('a docket number', () => {
  it.each(['8:17-cv-01898', '8:17-cv-01898-CJC-GJS', 'SACV 17-01898-CJC(GJSx)', '8:17-CV-1898', '8:2017cv01898'])(
    'is one however it is printed: %s',
    (printed) => expect(canonical(printed, 'DISTRICT')).toBe('8:17-cv-01898'),
  );

  it.each([
    ['2:18cv1510', 'DISTRICT', '2:18-cv-01510'],
    ['CV 18-1510-ABC (DEFx)', 'DISTRICT', '2:18-cv-01510'],
    ['EDCV 18-1510-ABC(DEFx)', 'DISTRICT', '5:18-cv-01510'],
    ['CR 18-1510-ABC', 'DISTRICT', '18-cr-01510'],
    ['20-cv-00606', 'DISTRICT', '20-cv-00606'],
    ['5:18-~gr-00001', 'DISTRICT', '5:18-~gr-00001'],
    ['4:25-crcor-00029', 'DISTRICT', '4:25-crcor-00029'],
    ['1:05-m1-00123', 'DISTRICT', '1:05-m1-00123'],
    ['1:18-cv-123456', 'DISTRICT', '1:18-cv-123456'],
    ['18-00079', 'BANKRUPTCY', '18-00079'],
    ['18-22414-rdd', 'BANKRUPTCY', '18-22414'],
    ['15-12345-ABC7', 'BANKRUPTCY', '15-12345'],
    ['10-12431-5-mcr', 'BANKRUPTCY', '10-12431'],
    ['1-23-42603-ess', 'BANKRUPTCY', '1-23-42603'],
    ['2:10-bk-11546-SK', 'BANKRUPTCY', '2:10-bk-11546'],
    ['19-8054', 'APPELLATE', '19-8054'],
    ['11-8', 'APPELLATE', '11-8'],
    ['24-0621-cv', 'APPELLATE', '24-621'],
    ['NC-15-1074', 'APPELLATE', '15-1074'],
    ['MDL No. 2741', 'SPECIAL', 'MDL No. 2741'],
    ['1:08-cv-00398-ABC', 'SPECIAL', '1:08-cv-00398'],
    ['16-1014', 'SUPREME', '16-1014'],
    ['23a999', 'SUPREME', '23A999'],
  ] as const)('%s of a court of kind %s is %s', (printed, kind, expected) => {
    expect(canonical(printed, kind)).toBe(expected);
  });

  it.each([
    ['', 'DISTRICT'],
    ['Harbour', 'DISTRICT'],
    ['18-00079', 'DISTRICT'],
    ['8:17-cv', 'DISTRICT'],
    ['8:17-cv-01898x', 'DISTRICT'],
    ['8:17-cv-01898', 'APPELLATE'],
    ['A123-456-789', 'APPELLATE'],
    ['18-00079x', 'BANKRUPTCY'],
  ] as const)('is none of a known form: %j of a court of kind %s', (printed, kind) => {
    expect(parseDocketNumber(printed, kind)).toBeNull();
  });

  it('is taken apart', () => {
    expect(parseDocketNumber('1:17-cr-00350-KBF-28', 'DISTRICT')).toEqual({
      canonical: '1:17-cr-00350',
      office: '1',
      year: '17',
      caseType: 'cr',
      serial: '00350',
      assignedInitials: 'KBF',
      referredInitials: null,
      defendant: '28',
    });
    expect(parseDocketNumber('SACV 17-01898-CJC(GJSx)', 'DISTRICT')).toMatchObject({
      assignedInitials: 'CJC',
      referredInitials: 'GJS',
    });
    expect(parseDocketNumber('2:20-cr-00606-N/A-1', 'DISTRICT')).toMatchObject({
      assignedInitials: 'N/A',
      defendant: '1',
    });
    expect(parseDocketNumber('10-12431-5-mcr', 'BANKRUPTCY')).toMatchObject({ office: '5', assignedInitials: 'mcr' });
    expect(parseDocketNumber('1:17-cv-00350-whatever it is', 'DISTRICT')).toMatchObject({
      canonical: '1:17-cv-00350',
      assignedInitials: null,
    });
  });
});

const digits = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String);
const year = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
const judge = fc.option(fc.stringMatching(/^[A-Z]{2,4}$/), { nil: '' });
const district = fc.record({
  office: digits(1, 9),
  year,
  type: fc.constantFrom('cv', 'cr', 'mc', 'md', 'mj'),
  serial: fc.integer({ min: 1, max: 99_999 }),
});

describe('the law of docket numbers', () => {
  it('judges, letter case, padding and hyphens are no part of the identity', () => {
    fc.assert(
      fc.property(district, judge, judge, ({ office, year: yy, type, serial }, assigned, referred) => {
        const padded = String(serial).padStart(5, '0');
        const expected = `${office}:${yy}-${type}-${padded}`;
        const tail = [assigned, referred].filter((initials) => initials !== '').map((initials) => `-${initials}`);
        for (const printed of [
          expected,
          `${expected}${tail.join('')}`,
          `${office}:${yy}-${type.toUpperCase()}-${serial}${tail.join('')}`,
          `${office}:${yy}${type}${serial}`,
          `${office}:20${yy}${type}${padded}`,
          ` ${expected} `,
        ]) {
          expect([printed, canonical(printed, 'DISTRICT')]).toEqual([printed, expected]);
        }
      }),
    );
  });

  it('different dockets stay different', () => {
    fc.assert(
      fc.property(district, district, (a, b) => {
        const print = ({ office, year: yy, type, serial }: typeof a): string => `${office}:${yy}-${type}-${serial}`;
        fc.pre(print(a) !== print(b));
        expect(canonical(print(a), 'DISTRICT')).not.toBe(canonical(print(b), 'DISTRICT'));
      }),
    );
  });

  it('the canonical form is its own canonical form', () => {
    const kind = fc.constantFrom<CourtKind>('DISTRICT', 'BANKRUPTCY', 'APPELLATE', 'SPECIAL', 'SUPREME');
    const printed = fc.oneof(
      fc.stringMatching(/^(\d:)?\d\d-(~?[a-z]{2}-)?\d{2,6}(-[A-Za-z]{1,3}){0,2}(-\d)?$/),
      fc.stringMatching(/^(\d\d[AM-]|MDL No\. |\d-\d\d-)\d{2,5}$/),
    );
    fc.assert(
      fc.property(printed, kind, (text, of) => {
        const number = parseDocketNumber(text, of);
        fc.pre(number !== null);
        expect(parseDocketNumber(number.canonical, of)?.canonical).toBe(number.canonical);
      }),
      { numRuns: 500 },
    );
  });
});
