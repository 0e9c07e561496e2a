import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromGlobalId, idsOf, toGlobalId } from '../src/identity/global-id.js';

describe('a global id', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(fromGlobalId(toGlobalId('Event', a, b))).toEqual({ type: 'Event', ids: [a, b] });
        expect(idsOf('Case', toGlobalId('Case', a))).toEqual([a]);
        expect(idsOf('Target', toGlobalId('Case', a))).toBeNull();
      }),
    );
    expect(fromGlobalId(toGlobalId('Court', 'cacd'))).toEqual({ type: 'Court', ids: ['cacd'] });
  });

  it('is the only text that is read: whatever else comes is none, and never an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url')),
        ),
        (text) => {
          const key = fromGlobalId(text);
          expect(key === null || toGlobalId(key.type, ...key.ids) === text).toBe(true);
        },
      ),
    );
    const id = toGlobalId('Case', '00000000-0000-8000-8000-000000000000');
    for (const text of [`${id}=`, `${id}A`, id.slice(0, -1), Buffer.from('toString:x').toString('base64url')])
      expect(fromGlobalId(text)).toBeNull();
  });
});
