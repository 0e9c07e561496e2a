const receipt = 'PACER Service Center';
/** No page has more below its receipt. Bytes. */
const longest = 8_000;
/** The token of a form, of one look. */
const token = /(\bname=["']?CSRF\b[^>]{0,80}\bvalue=["']?)\w+/gi;

/** A docket's bytes without its receipt, which tells the time of the look and who paid for it, and without its token. */
export function withoutReceipt(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const start = bytes.lastIndexOf(receipt);
  const lasting = start < 0 || bytes.length - start > longest ? bytes : bytes.subarray(0, start);
  return lasting.includes('CSRF') ? Buffer.from(lasting.toString('latin1').replace(token, '$1'), 'latin1') : lasting;
}
