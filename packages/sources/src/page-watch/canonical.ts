/** Where what nobody reads begins, and where it ends. */
const machinery = [
  ['<script', '</script'],
  ['<style', '</style'],
  ['<!--', '-->'],
] as const;
const beginning = new RegExp(machinery.map(([begin]) => begin).join('|'), 'g');

/** A page without its scripts, styles and comments, which change (keys, times of building) without news. */
export function withoutMachinery(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const text = bytes.toString('latin1').toLowerCase();
  const kept: Uint8Array[] = [];
  let from = 0;
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match; match = beginning.exec(text)) {
    const [found] = match;
    const close = machinery.find(([begin]) => begin === found)![1];
    const end = text.indexOf(close, match.index + found.length);
    if (end < 0) break;
    kept.push(bytes.subarray(from, match.index));
    from = end + close.length;
    beginning.lastIndex = from;
  }
  return Buffer.concat([...kept, bytes.subarray(from)]);
}
