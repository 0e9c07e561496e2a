import type { CourtFeed } from './court.js';

type Known = Omit<CourtFeed, 'url'>;

const none = (asOf: string | null): Known => ({ status: 'NONE', entryTypes: [], asOf });
const all = (asOf: string): Known => ({ status: 'ALL', entryTypes: [], asOf });
const partial = (asOf: string, entryTypes: string): Known => ({
  status: 'PARTIAL',
  entryTypes: entryTypes.split(','),
  asOf,
});
const each = (ids: string, known: Known): readonly (readonly [string, Known])[] =>
  ids.split(' ').map((id) => [id, known]);

/**
 * What is known of courts' feeds, with the month it was known. Feeds that are absent: notes of juriscraper of
 * 2018-04 (trial courts) and its issue 646 of 2023-01 (courts of appeals). Entry types: the feeds' own words.
 */
export const knownFeeds: ReadonlyMap<string, Known> = new Map([
  ...each('alnd caed flnd gand gasd hid ilsd kyed mdd msnd mtd ndd nvd nywd oked oknd', none('2018-04')),
  ...each('pamd scd tnwd txnd vaed miwb nceb', none('2018-04')),
  ...each('ca1 ca3 ca5 ca7 ca8 ca9', none('2023-01')),
  ...each('bap1 bap6 bap8 bap9 bap10 cavc scotus', none(null)),
  ...each('mdb nysb', all('2018-04')),
  ...each('wvsd', all('2018-05')),
  ...each('ca4 ca6 cafc', partial('2023-02', 'orders,opinions,judgments')),
  ...each('ca10', partial('2023-02', 'opinions')),
  ...each('nyed', partial('2018-05', 'complaints,orders,judgments')),
  ...each(
    'nysd',
    partial(
      '2017-11',
      'adr,answer,appeal,appeal-cr,charge-cr,cmp,discov,discovery-cr,misc,misc-cr,misccs,mot2255,motion,notice,' +
        'notice-cr,order,order-cr,respm,respm-cr,respoth,service,service-cr,transfer,transfer-cr,trial,trial-cr,waiver-cr',
    ),
  ),
]);
