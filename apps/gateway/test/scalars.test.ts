import { describe, expect, it } from 'vitest';
import { DurationScalar } from '../src/scalars/duration.js';
import { InstantScalar } from '../src/scalars/instant.js';

describe('scalars', () => {
  it('a DateTime is UTC inside, whatever its offset was', () => {
    expect(InstantScalar.parseValue('2017-12-14T13:05:00-08:00')).toBe('2017-12-14T21:05:00.000Z');
    for (const wrong of ['2017-12-14', '14/12/2017', '2017-12-14T13:05:00', 7, null])
      expect(() => InstantScalar.parseValue(wrong)).toThrow(/DateTime/);
  });

  it('a Duration is milliseconds inside and ISO 8601 outside', () => {
    expect(DurationScalar.parseValue('PT1H30M')).toBe(5_400_000);
    expect(DurationScalar.serialize(300_000)).toBe('PT5M');
    for (const wrong of ['5 minutes', '', 300, null])
      expect(() => DurationScalar.parseValue(wrong)).toThrow(/Duration/);
  });
});
