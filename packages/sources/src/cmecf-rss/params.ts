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
