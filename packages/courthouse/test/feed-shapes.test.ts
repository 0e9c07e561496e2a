import { expect, test } from 'vitest';
import { renderFeed } from '../src/render-feed.js';
import { readFeed } from './read-feed.js';
import { appellate, bankruptcy, type CourtFile, district, nyed, scenarioOf } from './small-scenario.js';

const midnight = Date.UTC(2017, 11, 15);

function feedOf(file: CourtFile): ReturnType<typeof readFeed> & { readonly xml: string } {
  const [court] = scenarioOf(file).courts;
  if (court === undefined) throw new Error('no court');
  const body = renderFeed(court, midnight);
  return { ...readFeed(body), xml: body.toString('latin1') };
}

test('every feed is well-formed, declares ISO-8859-1 and says SIMULATOR', () => {
  for (const court of [district, bankruptcy, appellate, nyed]) {
    const { channel, xml } = feedOf(court);
    expect(xml).toMatch(/^<\?xml version=['"]1.0['"] encoding=['"]ISO-8859-1['"] ?\?>/);
    expect(channel['generator']).toContain('SIMULATOR');
  }
});

test('a district court writes case id and sequence into the guid and the number into the link', () => {
  const { channel, items } = feedOf(district);
  expect(channel['title']).toBe('Central District of California - Recent Entries');
  expect(channel['description']).toBe('Docket entries of type: all');
  expect(channel['lastBuildDate']).toBe('Fri, 15 Dec 2017 00:00:00 GMT');
  expect(items[3]).toEqual({
    title: "2:17-cv-90001 Garrick & Sons v. O'Dell",
    link: 'https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9900001',
    description:
      '[Complaint] (<a href="https://ecf.cacd.uscourts.gov/doc1/031190000001?caseid=9900001&de_seq_num=5" >1</a>)',
    guid: 'https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?9900001&5',
    pubDate: 'Thu, 14 Dec 2017 16:00:00 GMT',
  });
});

test('an entry with two short descriptions is two items of one guid', () => {
  const { items } = feedOf(district);
  const twins = items.filter(({ guid }) => guid?.endsWith('&7'));
  expect(twins.map(({ description }) => description?.replace(/\].*/, ']'))).toEqual([
    '[Temporary Restraining Order]',
    '[Order to Show Cause]',
  ]);
  expect(new Set(twins.map(({ pubDate }) => pubDate)).size).toBe(1);
});

test('the description of a trial court is HTML, escaped once as HTML and once more as XML', () => {
  const { items, xml } = feedOf(district);
  expect(items[0]?.['description']).toBe('[Clerk&#039;s &lt;Text&gt; Notice]');
  expect(xml).toContain('[Clerk&#x26;#039;s &#x26;lt;Text&#x26;gt; Notice]');
});

test('a bankruptcy court begins the description with the case’s type and joins the guid by a hyphen', () => {
  const { items } = feedOf(bankruptcy);
  expect(items[1]?.['title']).toMatch(/^2:17-bk-90002-QR Peña Ironworks, Inc\. +$/);
  expect(items[1]?.['description']).toBe(
    'Type: bk Office: 2 Chapter: 7 Trustee: O&#039;Toole, Ivo [Order (Generic)] ' +
      "(<a href='https://ecf.cacb.uscourts.gov/doc1/973090000003?pdf_header=&de_seq_num=11&caseid=9900002'>3</a>)",
  );
  expect(items[1]?.['guid']).toBe('https://ecf.cacb.uscourts.gov/cgi-bin/DktRpt.pl?9900002-11');
  expect(items[0]?.['description']).toBe('Type: bk Office: 2 Chapter: 7 Trustee: O&#039;Toole, Ivo [Add Judge] ');
});

test('a court of appeals shows the docket number and partId, its own zone, and a document without a number', () => {
  const { channel, items } = feedOf(appellate);
  const report =
    'https://ecf.ca9.uscourts.gov/n/beam/servlet/TransportRoom?servlet=DocketReportFilter.jsp&caseNum=17-90003';
  expect(channel['lastBuildDate']).toBe('Thu, 14 Dec 2017 16:00:00 PST');
  expect(items.map(({ description }) => description)).toEqual([
    '[ruling]',
    "[Clerk order filed] (<a href='https://ecf.ca9.uscourts.gov/docs1/009090000005'>Document</a>)",
    "[Order filed] (<a href='https://ecf.ca9.uscourts.gov/docs1/009090000004'>4</a>)",
  ]);
  expect(items[2]).toMatchObject({
    title: '17-90003 Fairweather v. Gantry',
    link: report,
    guid: `${report}&partId=10900001`,
    pubDate: 'Thu, 14 Dec 2017 08:00:00 PST',
  });
});

test('nyed uses CDATA, a guid that is the case alone, and a link without a document id', () => {
  const { items, xml } = feedOf(nyed);
  expect(xml).toContain('<title><![CDATA[1:17-cv-90004-QRS-TV Rope & Sail Co. v. Ilvermead]]></title>');
  expect(new Set(items.map(({ guid }) => guid))).toEqual(
    new Set(['https://ecf.nyed.uscourts.gov/cgi-bin/DktRpt.pl?9900004']),
  );
  expect(items.map(({ description }) => description)).toEqual([
    '[Order(Other)] Rope & Sail Co. v. Ilvermead ',
    '[Order] Rope & Sail Co. v. Ilvermead ',
    '[Complaint] Rope & Sail Co. v. Ilvermead (<a href="https://ecf.nyed.uscourts.gov/cgi-bin/show_case_doc?1,9900004,,,">1</a>)',
  ]);
});
