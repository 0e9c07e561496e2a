/**
 * Whether a page was saved by a browser with an extension that writes into pages (a wallet's scripts, other words
 * for a name), which juriscraper takes for no page of a court at all. They do not hinder our readers.
 */
export function isSpoiltPage(bytes: Uint8Array): boolean {
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wallet = page.indexOf('MetaMask');
  return (wallet >= 0 && page.includes('web3', wallet)) || page.includes('CloudMask') || page.includes('Drumpf');
}
