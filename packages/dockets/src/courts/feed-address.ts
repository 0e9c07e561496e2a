import type { CourtKind } from './court.js';

/** Courts without docket server of their own (panels: the circuit's) or without one of CM/ECF's kind. */
const without = /^(?:bap\d+|cavc|scotus)$/;

/** Where a court publishes its feed, if it does: CM/ECF's paths and the two exceptions to them. */
export function feedAddress(id: string, kind: CourtKind): string | null {
  if (without.test(id)) return null;
  const host = `https://ecf.${id}.uscourts.gov`;
  if (kind === 'APPELLATE') return `${host}/n/beam/servlet/TransportRoom?servlet=RSSGenerator`;
  if (id === 'nyed') return `${host}/cgi-bin/readyDockets.pl`;
  return `${host}/cgi-bin/${id === 'ared' ? 'rss_outside4.pl' : 'rss_outside.pl'}`;
}
