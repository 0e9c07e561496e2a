/** Invented pages of the town crier. Case numbers from 90000 on were given by no court. */
import type { Specimen } from '../src/index.js';

/** An item of a feed; `more` is what else stands in it. */
export const item = (guid: number, title: string, time: string, more = ''): string =>
  `<item>\n<title>${title}</title>\n<link>https://crier.example/cries/${guid}</link>\n<guid>${guid}</guid>\n` +
  `<pubDate>Thu, 05 Mar 2026 ${time} GMT</pubDate>${more}\n</item>`;

export const feed = (items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">\n<channel>\n<title>The town crier</title>\n` +
  `<lastBuildDate>Thu, 05 Mar 2026 23:45:00 GMT</lastBuildDate>\n${items.join('\n')}\n</channel>\n</rss>\n`;

export const busyItems = [
  item(1007, '8:26-cv-90011 Order granting a stay', '23:41:18'),
  item(1006, '2:26-cv-90245 Notice of appearance', '22:02:51'),
  item(1005, '5:26-cv-90102 Answer to the complaint', '21:15:00'),
  item(1004, '8:26-cv-90011 Motion for a stay', '20:30:05'),
  item(1003, '2:26-cv-90301 Complaint of the harbour', '19:12:44'),
  item(1002, '2:26-cv-90245 Summons', '18:00:09'),
] as const;

export function specimen(name: string, body: string, changed: Partial<Specimen['page']> = {}): Specimen {
  return {
    name,
    folder: name,
    params: { town: 'Harbour' },
    page: {
      url: 'https://crier.example/feed.xml',
      capturedAt: '2026-03-05T23:46:00.000Z',
      status: 200,
      headers: { 'content-type': 'application/xml' },
      body: Buffer.from(body),
      ...changed,
    },
    expected: null,
  };
}

export const busy = specimen('busy', feed(busyItems));
export const quiet = specimen('quiet', feed([]));
export const specimens: readonly Specimen[] = [busy, quiet];
