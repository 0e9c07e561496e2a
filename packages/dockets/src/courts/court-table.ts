import type { Court, CourtFeed, CourtKind } from './court.js';
import { divisionZones } from './division-zones.js';
import { feedAddress } from './feed-address.js';
import { judicialDistricts } from './judicial-districts.js';
import { knownFeeds } from './known-feeds.js';

/** Id; name; IANA zone of the seat; document-id prefix. */
type Row = readonly [id: string, name: string, zone: string, prefix: string | null];

const unknownFeed: Omit<CourtFeed, 'url'> = { status: 'UNKNOWN', entryTypes: [], asOf: null };

function courtsOf(kind: CourtKind, rows: readonly Row[]): readonly Court[] {
  return rows.map(([id, name, zone, documentIdPrefix]) =>
    Object.freeze({
      id,
      name,
      kind,
      zone,
      divisionZones: divisionZones[id] ?? [],
      feed: Object.freeze({ url: feedAddress(id, kind), ...(knownFeeds.get(id) ?? unknownFeed) }),
      documentIdPrefix,
    }),
  );
}

const districtCourts = courtsOf(
  'DISTRICT',
  judicialDistricts.map(([stem, name, zone, prefix]) => [`${stem}d`, `U.S. District Court, ${name}`, zone, prefix]),
);

const bankruptcyCourts = courtsOf(
  'BANKRUPTCY',
  judicialDistricts.map(([stem, name, zone, , prefix]) => [`${stem}b`, `U.S. Bankruptcy Court, ${name}`, zone, prefix]),
);

const appellateCourts = courtsOf('APPELLATE', [
  ['ca1', 'U.S. Court of Appeals, First Circuit', 'America/New_York', '001'],
  ['ca2', 'U.S. Court of Appeals, Second Circuit', 'America/New_York', '002'],
  ['ca3', 'U.S. Court of Appeals, Third Circuit', 'America/New_York', '003'],
  ['ca4', 'U.S. Court of Appeals, Fourth Circuit', 'America/New_York', '004'],
  ['ca5', 'U.S. Court of Appeals, Fifth Circuit', 'America/Chicago', '005'],
  ['ca6', 'U.S. Court of Appeals, Sixth Circuit', 'America/New_York', '006'],
  ['ca7', 'U.S. Court of Appeals, Seventh Circuit', 'America/Chicago', '007'],
  ['ca8', 'U.S. Court of Appeals, Eighth Circuit', 'America/Chicago', '008'],
  ['ca9', 'U.S. Court of Appeals, Ninth Circuit', 'America/Los_Angeles', '009'],
  ['ca10', 'U.S. Court of Appeals, Tenth Circuit', 'America/Denver', '010'],
  ['ca11', 'U.S. Court of Appeals, Eleventh Circuit', 'America/New_York', '011'],
  ['cadc', 'U.S. Court of Appeals, District of Columbia Circuit', 'America/New_York', '012'],
  ['cafc', 'U.S. Court of Appeals, Federal Circuit', 'America/New_York', '013'],
  ['bap1', 'U.S. Bankruptcy Appellate Panel, First Circuit', 'America/New_York', null],
  ['bap6', 'U.S. Bankruptcy Appellate Panel, Sixth Circuit', 'America/New_York', null],
  ['bap8', 'U.S. Bankruptcy Appellate Panel, Eighth Circuit', 'America/Chicago', null],
  ['bap9', 'U.S. Bankruptcy Appellate Panel, Ninth Circuit', 'America/Los_Angeles', null],
  ['bap10', 'U.S. Bankruptcy Appellate Panel, Tenth Circuit', 'America/Denver', null],
  ['cavc', 'U.S. Court of Appeals for Veterans Claims', 'America/New_York', null],
]);

const specialCourts = courtsOf('SPECIAL', [
  ['cit', 'U.S. Court of International Trade', 'America/New_York', '014'],
  ['cofc', 'U.S. Court of Federal Claims', 'America/New_York', '015'],
  ['jpml', 'U.S. Judicial Panel on Multidistrict Litigation', 'America/New_York', '850'],
]);

const supremeCourt = courtsOf('SUPREME', [['scotus', 'Supreme Court of the United States', 'America/New_York', null]]);

/** Every court, sorted by id. */
export const courts: readonly Court[] = Object.freeze(
  [...districtCourts, ...bankruptcyCourts, ...appellateCourts, ...specialCourts, ...supremeCourt].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  ),
);
