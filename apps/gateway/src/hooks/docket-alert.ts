import { VigilError } from '@vigil/errors';
import { z } from 'zod';

/** The types of CourtListener's webhooks: 1 is a docket alert; search alerts, fetches and reports have others. */
const docketAlert = 1;
/** No case has so many new entries at once. */
const mostEntries = 1_000;

const envelope = z.object({
  webhook: z.object({ event_type: z.int() }),
  payload: z.unknown(),
});
const alert = z.object({
  results: z.array(z.object({ docket: z.int().positive() })).max(mostEntries),
});

/**
 * The dockets that an event of CourtListener says have new entries, by CourtListener's ids, each once; none for an event of
 * another type. Nothing else of it is read: what is new is asked of CourtListener. Throws BAD_INPUT.
 */
export function docketsOfAlert(body: unknown): readonly string[] {
  const { webhook, payload } = read(envelope, body);
  if (webhook.event_type !== docketAlert) return [];
  return [...new Set(read(alert, payload).results.map(({ docket }) => String(docket)))];
}

function read<T>(shape: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  throw new VigilError('BAD_INPUT', `no event of CourtListener: ${error.issues[0]!.path.join('.') || 'the whole'}`);
}
