import { withoutReceipt } from '../cmecf-docket/canonical.js';

/** A button that shows a text: its first argument is of the log-in's session, its last of the look. */
const button = /\bDktText\('\d*',('\d*','[^']{0,20}','\d*'),'[^']{0,40}'\)/g;

/** A report's bytes without what tells of the look, and of who looked. */
export function withoutLook(body: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(withoutReceipt(body)).toString('latin1').replace(button, 'DktText($1)'), 'latin1');
}
