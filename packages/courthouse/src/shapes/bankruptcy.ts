import { courtHost } from '../court-address.js';
import type { FeedItem } from '../feed-window.js';
import type { ScenarioCourt } from '../scenario.js';
import { hexEscape, htmlEscape, pubDate } from './markup.js';
import { trialChannel } from './trial-channel.js';

/** Titles of bankruptcy cases end in blanks: the program prints a field of fixed width. */
const titlePadding = ' '.repeat(24);

/** A bankruptcy court's feed: the guid is `DktRpt.pl?{case id}-{sequence}`, the description begins with the case's type. */
export function bankruptcyFeed(court: ScenarioCourt, items: readonly FeedItem[], instant: number): string {
  const site = `https://${courtHost(court.id)}`;
  return trialChannel(
    court,
    instant,
    items.map(({ docketCase, entry, label }) => {
      const { type, office, chapter, trustee } = docketCase.bankruptcy ?? {};
      const about = `Type: ${type} Office: ${office} Chapter: ${chapter ?? ' '} ${trustee ? `Trustee: ${htmlEscape(trustee)}` : ''}`;
      const document =
        entry.document === null
          ? ''
          : `(<a href='${site}/doc1/${court.documentPrefix}0${entry.document}?pdf_header=&de_seq_num=${entry.sequence}&caseid=${docketCase.id}'>${entry.number}</a>)`;
      return `<item>
<title>${hexEscape(`${docketCase.number} ${docketCase.caption}`)}${titlePadding}</title>
<link>${site}/cgi-bin/DktRpt.pl?${docketCase.id}</link>
<description>${hexEscape(`${about} [${htmlEscape(label)}] ${document}`)}</description>
<guid isPermaLink="true">${site}/cgi-bin/DktRpt.pl?${docketCase.id}-${entry.sequence}</guid>
<pubDate>${pubDate(entry.at, court.zone)}</pubDate>
</item>
`;
    }),
  );
}
