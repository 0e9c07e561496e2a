/** Invented feeds in the shape of a district court's. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** One item. */
export interface Item {
  /** The court's row id of the entry. */
  readonly sequence: number;
  readonly label: string;
  /** UTC. */
  readonly at: Date;
  readonly docket?: string;
  readonly caption?: string;
}

/** A feed of a court, built at a moment. */
export function feedOf(court: string, builtAt: Date, items: readonly Item[]): string {
  const site = `https://ecf.${court}.uscourts.gov`;
  return `<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0"><channel><title>Court - Recent Entries</title><link>${site}</link>
<description>Docket entries of type: all</description><lastBuildDate>${builtAt.toUTCString()}</lastBuildDate>
${items.map((item) => itemOf(site, item)).join('\n')}
</channel></rss>`;
}

function itemOf(site: string, { sequence, label, at, docket = '1:17-cv-90001', caption = 'Elm v. Ash' }: Item): string {
  const caseId = docket.replaceAll(/\D/g, '');
  return `<item><title>${docket} ${caption}</title><link>${site}/cgi-bin/DktRpt.pl?${caseId}</link>
<description>[${label}]</description><guid isPermaLink="true">${site}/cgi-bin/DktRpt.pl?${caseId}&#x26;${sequence}</guid>
<pubDate>${at.toUTCString()}</pubDate></item>`;
}

/** Writes a feed into a file and returns the file's path. */
export async function writeFeed(folder: string, name: string, feed: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, feed);
  return file;
}
