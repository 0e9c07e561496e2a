// Does time grow in proportion to size? Feeds up to 100,000 items, dockets up to 20,000 entries, all invented.
// `npm run bench:scale [-- --json]`
import { kinds } from '@vigil/dockets';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
const times = (count, piece) => Array.from({ length: count }, (_, i) => piece(i + 1)).join('\n');

const feed = (
  count,
) => `<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Central District of California</title>
<description>Docket entries of type: all</description><lastBuildDate>Mon, 02 Mar 2026 17:00:00 GMT</lastBuildDate>
${times(
  count,
  (
    i,
  ) => `<item><title>8:26-cv-${90000 + (i % 9999)} Roe ${i} v. Warden</title><link>https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?${9_000_000 + i}</link>
<description>[Order on Motion] (&#x3C;a href="https://ecf.cacd.uscourts.gov/doc1/0311${96_000_000 + i}?caseid=${9_000_000 + i}&#x26;de_seq_num=${i}" &#x3E;${i}&#x3C;/a&#x3E;)</description>
<guid isPermaLink="true">https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?${9_000_000 + i}&#x26;${i}</guid><pubDate>Mon, 02 Mar 2026 16:00:00 GMT</pubDate></item>`,
)}
</channel></rss>`;

const docket = (
  count,
) => `<html><body><div id="cmecfMainContent"><h3 align="center">U.S. District Court<br>Central District of California<br>CIVIL DOCKET FOR CASE #: 8:26-cv-90001-ABC-DE</h3>
<table width="100%"><tr><td valign="top" width="60%"><br>Roe v. Warden<br>Assigned to: Judge Ada B. Coe<br>Cause: 28:2241 Petition for Writ of Habeas Corpus</td><td valign="top">Date Filed: 03/02/2026<br>Jury Demand: None<br>Nature of Suit: 463 Habeas Corpus - Alien Detainee<br>Jurisdiction: U.S. Government Defendant</td></tr></table>
<table border="1" cellpadding="10"><tr><th>Date Filed</th><th>#</th><th>Docket Text</th></tr>
${times(count, (i) => `<tr><td width="94" nowrap="" valign="top">03/02/2026</td><td valign="top" align="right"><a href="https://ecf.cacd.uscourts.gov/doc1/0311${96_000_000 + i}" onclick="goDLS('/doc1/0311${96_000_000 + i}','9000001','${i}','','','1','','');return(false);">${i}</a>&nbsp;</td><td valign="top">ORDER by Judge Ada B. Coe granting <a href="https://ecf.cacd.uscourts.gov/doc1/031196000001">1</a> Motion for extension of time to file a response and reply, as stated. (ab) (Entered: 03/02/2026)</td></tr>`)}
</table></div></body></html>`;

const tables = [
  { name: 'feed, items', kind: 'rss_feeds', make: feed, counts: [1_000, 4_000, 20_000, 100_000] },
  { name: 'docket, entries', kind: 'dockets_district', make: docket, counts: [1_000, 4_000, 20_000] },
];
const results = [];
for (const { name, kind, make, counts } of tables) {
  for (const count of counts) {
    const bytes = Buffer.from(make(count), 'latin1');
    const runs = Array.from({ length: Math.max(3, Math.ceil(40_000 / count)) }, () => {
      const began = performance.now();
      kinds[kind].read(bytes, { court: 'cacd', name: 'cacd' });
      return performance.now() - began;
    });
    const ms = runs.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)];
    results.push({ name, count, megabytes: bytes.length / 1e6, ms, microsecondsEach: (ms * 1_000) / count });
  }
}
if (values.json) console.log(JSON.stringify(results, null, 2));
else {
  console.log(
    ['what'.padEnd(18), 'count'.padStart(9), 'MB'.padStart(8), 'ms'.padStart(10), 'µs each'.padStart(10)].join(''),
  );
  for (const r of results)
    console.log(
      [
        r.name.padEnd(18),
        r.count.toLocaleString('en').padStart(9),
        r.megabytes.toFixed(1).padStart(8),
        r.ms.toFixed(1).padStart(10),
        r.microsecondsEach.toFixed(1).padStart(10),
      ].join(''),
    );
}
