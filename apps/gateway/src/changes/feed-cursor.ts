import { VigilError } from '@vigil/errors';

const form = /^changes:(\d{1,15})$/;

/** The opaque text of a place in the log of Changes: after the one with this number. */
export function toFeedCursor(seq: number): string {
  return Buffer.from(`changes:${seq}`).toString('base64url');
}

/** The number within. Throws BAD_CURSOR for any other text. */
export function fromFeedCursor(cursor: string): number {
  const seq = form.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  if (seq === undefined) throw new VigilError('BAD_CURSOR', 'this is no cursor of the stream of changes');
  return Number(seq);
}
