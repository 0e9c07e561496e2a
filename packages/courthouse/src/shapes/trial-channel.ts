import { courtHost } from '../court-address.js';
import type { ScenarioCourt } from '../scenario.js';
import { hexEscape, pubDate, simulatorMark } from './markup.js';

/** The channel that district and bankruptcy courts share, around their items. */
export function trialChannel(court: ScenarioCourt, instant: number, items: readonly string[]): string {
  return `<?xml version="1.0" encoding="ISO-8859-1"?>

<rss version="2.0"
>

<channel>
<title>${hexEscape(court.name)} - Recent Entries</title>
<link>https://${courtHost(court.id)}</link>
<description>Docket entries of type: ${hexEscape(court.entryTypes)}</description>
<lastBuildDate>${pubDate(instant, court.zone)}</lastBuildDate>
<generator>${simulatorMark}</generator>

${items.join('')}</channel>
</rss>
`;
}
