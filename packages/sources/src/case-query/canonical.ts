/** A browser's own note, with the address of one look: `<!-- saved from url=(0071)https://…?131938604802859-L_1_0-1 -->`. */
const saved = /^\s*<!-- saved from url=[^>]{0,500}-->\s*/;

/** A page's bytes without where a browser says that it saved it from. */
export function withoutOrigin(body: Uint8Array): Uint8Array {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  return Buffer.from(text.replace(saved, ''), 'latin1');
}
