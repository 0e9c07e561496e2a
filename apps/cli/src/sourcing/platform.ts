import { readNewsFeed } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import type { Fetched } from '@vigil/fetcher';

/** What a page is made with, as far as it can be told. */
export interface Platform {
  readonly name: 'rss' | 'json' | 'html';
  /** Of the response's file. */
  readonly extension: 'xml' | 'json' | 'html';
  /** For a person. */
  readonly title: string;
}

/** Recognises a page. Throws BAD_INPUT where a Source reads such pages already, or none can. */
export function platformOf({ body, headers, finalUrl }: Pick<Fetched, 'body' | 'headers' | 'finalUrl'>): Platform {
  if (/\/cgi-bin\/rss_outside\d?\.pl|readyDockets\.pl|RSSGenerator/.test(finalUrl))
    throw new VigilError('BAD_INPUT', 'cmecf-rss reads the feeds of CM/ECF already: vigil watch add --court');
  const start = Buffer.from(body).toString('latin1', 0, 1_000).trimStart();
  if (/^[[{]/.test(start)) return { name: 'json', extension: 'json', title: 'JSON' };
  if (/<rss\b/.test(start)) {
    const { title, items } = readNewsFeed(body, headers['content-type']);
    return { name: 'rss', extension: 'xml', title: `An RSS feed, “${title ?? ''}”, ${items.length} items` };
  }
  if (/<(?:!doctype html|html|head|body|table)\b/i.test(start))
    return { name: 'html', extension: 'html', title: 'A page of HTML' };
  throw new VigilError(
    'BAD_INPUT',
    `this is neither RSS nor HTML nor JSON, but ${headers['content-type'] ?? 'something'}`,
  );
}
