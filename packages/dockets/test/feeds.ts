/** Invented feeds in the shapes of real ones. Case numbers from 90000 on were given by no court. */

const header = `<?xml version="1.0" encoding="ISO-8859-1"?>`;

export interface Channel {
  readonly title?: string;
  readonly description?: string;
  readonly built?: string;
  readonly items?: readonly string[];
}

export const channel = ({
  title = 'Central District of California - Recent Entries',
  description = 'Docket entries of type: all',
  built = 'Thu, 14 Dec 2017 23:30:00 GMT',
  items = [],
}: Channel): string =>
  `${header}\n<rss version="2.0">\n<channel>\n<title>${title}</title>\n<link>https://ecf.example</link>\n` +
  `<description>${description}</description>\n<lastBuildDate>${built}</lastBuildDate>\n${items.join('\n')}\n</channel>\n</rss>\n`;

export const bytes = (text: string): Uint8Array => Buffer.from(text);

/** Escaped once more, as CM/ECF escapes the HTML in its descriptions. */
const escaped = (html: string): string =>
  html
    .replace(/&/g, '&#x26;')
    .replace(/</g, '&#x3C;')
    .replace(/>/g, '&#x3E;')
    .replace(/"/g, '&#x22;')
    .replace(/'/g, '&#x27;');

export const item = (parts: Readonly<Record<string, string>>): string =>
  `<item>\n${Object.entries(parts)
    .map(([name, text]) => `<${name}${name === 'guid' ? ' isPermaLink="true"' : ''}>${text}</${name}>`)
    .join('\n')}\n</item>`;

/** A linked entry of a district court. */
export const districtItem = item({
  title: '8:17-cv-90898-ABC-DEF Rivermouth et al v. Harbour Trust &#x26;amp; Sons, Inc.',
  link: 'https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?690001',
  description: escaped(
    '[Order on Motion for TRO] (<a href="https://ecf.cacd.uscourts.gov/doc1/031190001234?caseid=690001&de_seq_num=91" >26</a>)',
  ),
  guid: 'https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?690001&#x26;91',
  pubDate: 'Thu, 14 Dec 2017 23:10:05 GMT',
});

/** An entry without number and link; only its guid tells it from another of the same second. */
export const unlinkedItem = item({
  title: '8:17-cv-90898-ABC-DEF Rivermouth et al v. Harbour Trust',
  link: 'https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?690001',
  description: '[~Util - Set Hearings] ',
  guid: 'https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?690001&#x26;93',
  pubDate: 'Thu, 14 Dec 2017 23:10:07 GMT',
});

/** An entry of a bankruptcy court, with all that it says of the case. */
export const bankruptcyItem = item({
  title: '18-92414-rdd Lantern Bay Ferries LLC                     ',
  link: 'https://ecf.nysb.uscourts.gov/cgi-bin/DktRpt.pl?990624',
  description: escaped(
    "Type: bk Office: 7 Chapter: 11 Trustee: O&#039;Marsh, Petra Q. [Notice, Adjournment of Hearing] (<a href='https://ecf.nysb.uscourts.gov/doc1/126190004567?pdf_header=&de_seq_num=24&caseid=990624'>doc</a>)",
  ),
  guid: 'https://ecf.nysb.uscourts.gov/cgi-bin/DktRpt.pl?990624-24',
  pubDate: 'Thu, 19 Apr 2018 18:21:25 GMT',
});

/** An entry of a court of appeals: no case id, a part id, a zone of its own. */
export const appellateItem = item({
  title: '21-99589 Quill v. Attorney General',
  link: 'https://ecf.ca10.uscourts.gov/n/beam/servlet/TransportRoom?servlet=DocketReportFilter.jsp&amp;caseNum=21-99589',
  description:
    "[Case termination for opinion] (&lt;a href='https://ecf.ca10.uscourts.gov/docs1/010910807970'>Document&lt;/a>)",
  guid: 'https://ecf.ca10.uscourts.gov/n/beam/servlet/TransportRoom?servlet=DocketReportFilter.jsp&amp;caseNum=21-99589&amp;partId=10974397',
  pubDate: 'Fri, 03 Feb 2023 09:05:16 MST',
});

/** An entry of E.D.N.Y.: CDATA, the caption again in the description, a guid that is the case alone. */
export const brooklynItem = item({
  title: '<![CDATA[1:16-cv-95836-NGG-JO Wren & Sparrow v. Port of <Wallabout>]]>',
  pubDate: 'Tue, 22 May 2018 21:39:48 GMT',
  author: '',
  guid: 'https://ecf.nyed.uscourts.gov/cgi-bin/DktRpt.pl?992475',
  description:
    '<![CDATA[[Scheduling Order] Wren & Sparrow v. Port (<a href="https://ecf.nyed.uscourts.gov/cgi-bin/show_case_doc?51,992475,,,">51</a>)]]>',
  link: 'https://ecf.nyed.uscourts.gov/cgi-bin/DktRpt.pl?992475',
});

/** One of each court. */
export const feeds: readonly (readonly [court: string, text: string])[] = [
  ['cacd', channel({ items: [districtItem, unlinkedItem] })],
  ['nysb', channel({ title: 'Southern District of New York', items: [bankruptcyItem] })],
  [
    'ca10',
    channel({
      description: 'Docket entries of type: opinions',
      built: 'Fri, 03 Feb 2023 10:58:42 MST',
      items: [appellateItem],
    }),
  ],
  [
    'nyed',
    channel({ description: 'Public Complaints, Orders and Judgments in the last 24 Hours', items: [brooklynItem] }),
  ],
];
