import { courtById } from '@vigil/dockets';
import { z } from 'zod';

/** What a Watch of a court's feed needs. */
export interface FeedParams {
  /** Court id. */
  readonly court: string;
}

/**
 * Reads a Watch's parameters. An alias of a court becomes its id, so that one feed is one Target. Throws
 * UNKNOWN_COURT, which tells more than a complaint about the shape would.
 */
export const feedParams: z.ZodType<FeedParams> = z.strictObject({
  court: z.string().transform((id) => courtById(id).id),
});

/** Whose feed a page is: the named court's, if it is an RSS feed at all. Throws UNKNOWN_COURT. */
export function feedOfPage(body: Uint8Array, court: string): FeedParams | null {
  const { id } = courtById(court);
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 1_000)).toString('latin1');
  return /<rss\b/.test(start) ? { court: id } : null;
}
