import type { Court, CourtFeed } from './court.js';

const noFeed: CourtFeed = Object.freeze({ url: null, status: 'NONE', entryTypes: [], asOf: null });

/** Vigil itself, whose one series is the canary: what it publishes is a proof for operators and news to nobody. */
export const ownPublisher = 'vigil';

/** Id; name; IANA zone of its days. */
const rows: readonly (readonly [id: string, name: string, zone: string])[] = [
  ['fedreg', 'Federal Register', 'America/New_York'],
  // Any page that somebody watches; each site is a series of its own. A page's clock is not known.
  ['web', 'Public web pages', 'Etc/UTC'],
  [ownPublisher, 'Vigil itself', 'Etc/UTC'],
];

/** Those whose publications stand in no court's docket, sorted by id. No court has the id of one. */
export const publishers: readonly Court[] = Object.freeze(
  rows.map(([id, name, zone]) =>
    Object.freeze({ id, name, kind: 'PUBLISHER', zone, divisionZones: [], feed: noFeed, documentIdPrefix: null }),
  ),
);
