/** When the court's machine wrote the file, which it does anew without news. */
const volatile = /"sJsonCreationDate"\s*:\s*"[^"]*"\s*,?/g;

/** A docket's bytes without the day of their making. Only what stands before its first list is looked at. */
export function withoutCreationDate(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const list = bytes.indexOf('[');
  const end = list < 0 ? bytes.length : list;
  const head = bytes.toString('latin1', 0, end).replace(volatile, '');
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes.subarray(end)]);
}
