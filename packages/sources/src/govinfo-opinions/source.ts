import { courtById } from '@vigil/dockets';
import { days, defineSource, hours, minutes, withoutBuildDate, type PlannedRequest } from '@vigil/source-kit';
import { z } from 'zod';
import { collectedCourt, slugOf } from './package-id.js';
import { parseOpinions, type OpinionParams } from './parse.js';

const plan = ({ court }: OpinionParams): PlannedRequest => ({
  url: `https://www.govinfo.gov/rss/uscourts-${slugOf(collectedCourt(court))}.xml`,
  accept: 'application/rss+xml, application/xml, text/xml',
});

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
        'Invented feeds over HTTP, after descriptions of the real ones. None was recorded for it. The day of an opinion and the words of its docket entry are in the metadata of its case, which `govinfo-case` reads.',
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
