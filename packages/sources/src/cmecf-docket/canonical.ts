const receipt = 'PACER Service Center';
/** No page has more below its receipt. Bytes. */
const longest = 8_000;

/** A report's bytes without its receipt, which tells the time of the look and who paid for it. */
export function withoutReceipt(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const start = bytes.lastIndexOf(receipt);
  return start < 0 || bytes.length - start > longest ? bytes : bytes.subarray(0, start);
}
