import { courtById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { defineSource, hours, minutes, withoutBuildDate, type PlannedRequest } from '@vigil/source-kit';
import { feedOfPage, feedParams, type FeedParams } from './params.js';
import { parseFeed } from './parse.js';

function plan({ court: id }: FeedParams): PlannedRequest {
  const { name, feed } = courtById(id);
  if (feed.url !== null && feed.status !== 'NONE')
    return { url: feed.url, accept: 'application/rss+xml, application/xml, text/xml' };
  const known = feed.asOf === null ? '' : `, as far as is known since ${feed.asOf}`;
  throw new VigilError('NO_FEED', `${name} publishes no feed${known}`, { details: { court: id } });
}

/**
 * A federal court's public RSS feed (CM/ECF): the docket entries of about a day, with their short descriptions.
 * Its parameters throw UNKNOWN_COURT, its plan UNKNOWN_COURT or NO_FEED.
 */
export default defineSource<FeedParams>({
  id: 'cmecf-rss',
  version: 2,
  kind: 'feed',
  about: {
    title: 'RSS feeds of federal courts (CM/ECF)',
    homepage: 'https://pacer.uscourts.gov/',
    access: 'Public and free, without log-in; published for readers of any kind.',
    proved: {
      recorded: 'Feeds of eight courts of each kind, 559 entries, equal to what the reference reads.',
      simulated: 'All shapes of feed, faults of publishers, and the founding story, on schedules.',
    },
  },
  schedule: { every: minutes(5), atMost: minutes(2) },
  window: hours(24),
  params: feedParams,
  paramsOfPage: feedOfPage,
  describe: ({ court }) => `RSS feed of ${courtById(court).name}`,
  court: ({ court }) => court,
  plan,
  parse: parseFeed,
  canonical: withoutBuildDate,
  access: 'open',
  expects: { empty: 'proved', quiet: hours(8) },
});
