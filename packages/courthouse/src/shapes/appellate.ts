import { courtHost } from '../court-address.js';
import type { FeedItem } from '../feed-window.js';
import type { ScenarioCourt } from '../scenario.js';
import { htmlEscape, pubDate, simulatorMark, sparseEscape } from './markup.js';

/** The feed of a court of appeals: the guid ends in `caseNum={number}&partId={sequence}`; no case id is shown. */
export function appellateFeed(court: ScenarioCourt, items: readonly FeedItem[], instant: number): string {
  const site = `https://${courtHost(court.id)}`;
  return `<?xml version='1.0' encoding='ISO-8859-1'?>

<rss version="2.0" xmlns:blogChannel="http://backend.userland.com/blogChannelModule">

<channel>
	<title>${sparseEscape(court.name)} - Recent Entries</title>
	<link>${site}</link>
	<description>Docket entries of type: ${sparseEscape(court.entryTypes)}</description>
	<lastBuildDate>${pubDate(instant, court.zone)}</lastBuildDate>
	<generator>${simulatorMark}</generator>
${items.map((item) => appellateItem(court, item, site)).join('')}
</channel>
</rss>
`;
}

function appellateItem(court: ScenarioCourt, { docketCase, entry, label }: FeedItem, site: string): string {
  const report = `${site}/n/beam/servlet/TransportRoom?servlet=DocketReportFilter.jsp&caseNum=${docketCase.number}`;
  const document =
    entry.document === null
      ? ''
      : ` (<a href='${site}/docs1/${court.documentPrefix}0${entry.document}'>${entry.number ?? 'Document'}</a>)`;
  return `<item>
	<title>${sparseEscape(`${docketCase.number} ${docketCase.caption}`)}</title>
	<link>${sparseEscape(report)}</link>
	<description>${sparseEscape(`[${htmlEscape(label)}]${document}`)}</description>
	<guid isPermaLink="true">${sparseEscape(`${report}&partId=${entry.sequence}`)}</guid>
	<pubDate>${pubDate(entry.at, court.zone)}</pubDate>

</item>
`;
}
