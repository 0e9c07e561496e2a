import { isAscii, isUtf8 } from 'node:buffer';
import { decodeBuffer, getEncoding } from 'encoding-sniffer';

/** `<` as a UTF-16 unit: such bytes are well-formed UTF-8 by accident. */
const startsWide = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x3c && bytes[1] === 0) || (bytes[0] === 0 && bytes[1] === 0x3c);

/**
 * The text of a page. Well-formed UTF-8 is UTF-8 whatever the page says of itself; otherwise the byte order
 * mark, the Content-Type header, the XML declaration and `<meta>` decide, in this order, and windows-1252 is
 * read where they say ISO-8859-1, nothing, or UTF-8 (which it is not). Courts' pages do all three.
 * `contentType` is the header's value. Never throws.
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // ASCII read as UTF-8 takes twenty times as long.
  if (isAscii(buffer) && !startsWide(buffer)) return buffer.toString('latin1');
  if (isUtf8(buffer) && !startsWide(buffer)) return withoutMark(buffer.toString('utf8'));
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  const declared = getEncoding(buffer, charset === undefined ? {} : { transportLayerEncodingLabel: charset });
  return withoutMark(decodeBuffer(buffer, { userEncoding: declared === 'UTF-8' ? 'windows-1252' : declared }));
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
