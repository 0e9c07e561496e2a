import { courtById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { days, defineSource, hours, minutes, withoutBuildDate, type PlannedRequest } from '@vigil/source-kit';
import { z } from 'zod';
import { slugOf } from './package-id.js';
import { parseOpinions, type OpinionParams } from './parse.js';

/** Courts whose opinions GovInfo does not collect. */
const uncollected = /^(?:bap\d+|cavc|scotus)$/;

function plan({ court: id }: OpinionParams): PlannedRequest {
  const court = courtById(id);
  if (uncollected.test(court.id))
    throw new VigilError('NO_FEED', `GovInfo has no opinions of ${court.name}`, { details: { court: id } });
  return {
    url: `https://www.govinfo.gov/rss/uscourts-${slugOf(court)}.xml`,
    accept: 'application/rss+xml, application/xml, text/xml',
  };
}

/**
 * Opinions of a court as GovInfo publishes them (collection USCOURTS), by its feed of the newest hundred. An opinion is of the Case
 * that its id names. A package holds all opinions of a case, so a further one revises what was told of it.
 */
export default defineSource<OpinionParams>({
  id: 'govinfo-opinions',
  version: 1,
  kind: 'feed',
  about: {
    title: 'Opinions of federal courts (GovInfo)',
    homepage: 'https://www.govinfo.gov/app/collection/uscourts',
    access: 'Public and free, without a key; published for readers of any kind. Some courts only.',
    proved: {
      simulated:
        'Invented feeds over HTTP, after descriptions of the real ones. None was recorded for it, and the metadata of a package (MODS), which tells the day of an opinion, is not read: it is a request of its own.',
    },
  },
  schedule: { every: hours(1), atMost: minutes(10) },
  // A hundred items; the busiest courts publish some dozens a day, by night and all at once.
  window: hours(12),
  params: z.strictObject({ court: z.string().transform((id) => courtById(id).id) }),
  describe: ({ court }) => `Opinions of ${courtById(court).name} (GovInfo)`,
  court: ({ court }) => court,
  plan,
  parse: parseOpinions,
  canonical: withoutBuildDate,
  access: 'open',
  expects: { empty: 'never', quiet: days(14) },
});
