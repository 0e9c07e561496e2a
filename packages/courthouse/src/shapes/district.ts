import { courtHost } from '../court-address.js';
import type { FeedItem } from '../feed-window.js';
import type { ScenarioCourt } from '../scenario.js';
import { hexEscape, htmlEscape, pubDate } from './markup.js';
import { trialChannel } from './trial-channel.js';

/** A district court's feed: the guid is `DktRpt.pl?{case id}&{sequence}`. */
export function districtFeed(court: ScenarioCourt, items: readonly FeedItem[], instant: number): string {
  const site = `https://${courtHost(court.id)}`;
  return trialChannel(
    court,
    instant,
    items.map(({ docketCase, entry, label }) => {
      const document =
        entry.document === null
          ? ''
          : ` (<a href="${site}/doc1/${court.documentPrefix}1${entry.document}?caseid=${docketCase.id}&de_seq_num=${entry.sequence}" >${entry.number}</a>)`;
      return `<item>
<title>${hexEscape(`${docketCase.number} ${docketCase.caption}`)}</title>
<link>${site}/cgi-bin/DktRpt.pl?${docketCase.id}</link>
<description>${hexEscape(`[${htmlEscape(label)}]${document}`)}</description>
<guid isPermaLink="true">${site}/cgi-bin/DktRpt.pl?${docketCase.id}&#x26;${entry.sequence}</guid>
<pubDate>${pubDate(entry.at, court.zone)}</pubDate>
</item>
`;
    }),
  );
}
