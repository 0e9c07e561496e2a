import fc from 'fast-check';

/** The same bytes with some of them overwritten, cut out, doubled or cut off. */
export function wounded(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat(bytes.length);
  const wound = fc.oneof(
    fc.record({ at: place, length: fc.nat(60), put: fc.uint8Array({ maxLength: 12 }) }),
    fc.record({ at: place, length: fc.constant(0), put: fc.constantFrom(...markup).map((text) => Buffer.from(text)) }),
    // Doubled: a piece of itself.
    place.chain((from) =>
      fc.record({ at: place, length: fc.constant(0), put: fc.constant(bytes.subarray(from, from + 400)) }),
    ),
  );
  return fc.tuple(fc.array(wound, { minLength: 1, maxLength: 6 }), fc.option(place)).map(([wounds, end]) => {
    const whole = wounds.reduce<Uint8Array>(
      (body, { at, length, put }) => Buffer.concat([body.subarray(0, at), put, body.subarray(at + length)]),
      bytes,
    );
    return end === null ? whole : whole.subarray(0, end);
  });
}

const markup = [
  '<td>',
  '</td>',
  '<tr>',
  '</table>',
  '<table>',
  '<b>',
  '</a>',
  '<a href="',
  '<!--',
  '-->',
  '&#0;',
  '\0',
  '"',
  '}',
  '\r\n\r\n',
];
