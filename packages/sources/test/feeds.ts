/** Invented feeds. Case numbers from 90000 on were given by no court. */
import { readPage, type CapturedPage, type Reading } from '@vigil/source-kit';
import type { CaseStatement, DocketEntryStatement } from '@vigil/timeline';
import { sourceById } from '../src/index.js';

export const source = sourceById('cmecf-rss');

export interface Item {
  readonly title?: string;
  readonly caseId?: string;
  /** What the guid appends to the case's address. */
  readonly row?: string;
  readonly label?: string;
  readonly link?: { readonly number: string; readonly href: string };
  readonly at?: string;
}

export function item({
  title = '8:17-cv-90898-ABC Rivermouth v. Harbour Trust',
  caseId = '690001',
  ...rest
}: Item): string {
  const { row = '', label = 'Order', link, at = 'Thu, 14 Dec 2017 23:10:05 GMT' } = rest;
  const address = `https://ecf.cacd.uscourts.gov/cgi-bin/DktRpt.pl?${caseId}`;
  const anchor = link === undefined ? '' : ` (&lt;a href="${link.href}">${link.number}&lt;/a>)`;
  return (
    `<item><title>${title}</title><link>${address}</link><description>[${label}]${anchor}</description>` +
    `<guid isPermaLink="true">${address}${row}</guid><pubDate>${at}</pubDate></item>`
  );
}

export const doc = (id: string): string => `https://ecf.cacd.uscourts.gov/doc1/${id}?caseid=690001`;

const defaultBuild = 'Thu, 14 Dec 2017 23:30:00 GMT';

export const feed = (items: readonly string[], built: string | null = defaultBuild): string =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n<rss version="2.0"><channel><title>A court</title>` +
  `<description>Docket entries of type: all</description>` +
  (built === null ? '' : `<lastBuildDate>${built}</lastBuildDate>`) +
  `${items.join('\n')}</channel></rss>`;

export const page = (body: string | Uint8Array): CapturedPage => ({
  url: 'https://ecf.cacd.uscourts.gov/cgi-bin/rss_outside.pl',
  capturedAt: '2017-12-14T23:31:00.000Z',
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: typeof body === 'string' ? Buffer.from(body) : body,
});

export const read = (body: string | Uint8Array, court = 'cacd'): Reading =>
  readPage(source, source.params.parse({ court }), page(body));

export const entriesOf = ({ statements }: Reading): readonly DocketEntryStatement[] =>
  statements.filter((statement) => statement.kind === 'docket_entry');

export const casesOf = ({ statements }: Reading): readonly CaseStatement[] =>
  statements.filter((statement) => statement.kind === 'case');
