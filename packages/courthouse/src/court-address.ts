/** Where a court publishes its feed: facts of CM/ECF (juriscraper, `rss_feeds.py`). */

/** The address of a court's feed. */
export interface CourtAddress {
  readonly courtId: string;
  readonly host: string;
  /** Path and query. */
  readonly feedPath: string;
}

const appellate = /^ca(\d{1,2}|dc|fc)$/;

const exceptions: Readonly<Record<string, string>> = {
  ared: '/cgi-bin/rss_outside4.pl',
  nyed: '/cgi-bin/readyDockets.pl',
};

/** The host of a court's CM/ECF site. */
export function courtHost(courtId: string): string {
  return `ecf.${courtId}.uscourts.gov`;
}

/** The address of a court's feed, whether or not the court publishes one. */
export function courtAddress(courtId: string): CourtAddress {
  const feedPath = appellate.test(courtId)
    ? '/n/beam/servlet/TransportRoom?servlet=RSSGenerator'
    : (exceptions[courtId] ?? '/cgi-bin/rss_outside.pl');
  return { courtId, host: courtHost(courtId), feedPath };
}
