/** An invented Source: the town crier of the Central District of California. */
import { VigilError } from '@vigil/errors';
import {
  defineSource,
  docketEntry,
  hours,
  minutes,
  withoutBuildDate,
  type CapturedPage,
  type FeedSource,
  type ParseContext,
} from '@vigil/source-kit';
import { identityKey, type Statement } from '@vigil/timeline';
import { z } from 'zod';
import type { Specimen } from '../src/index.js';

export interface Params {
  readonly town: string;
}

/** An item, as the feed has it. */
export interface Item {
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly pubDate: string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The groups: day, month, year, hour, minute, second. */
export const printedTime = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/;

/** Year, month from 0, day, hour, minute and second of a printed time; `null` where it is none. */
export function partsOf(printed: string): readonly [number, number, number, number, number, number] | null {
  const match = printedTime.exec(printed);
  const month = months.indexOf(match?.[2] ?? '');
  if (!match || month < 0) return null;
  const [day, year, hour, minute, second] = [1, 3, 4, 5, 6].map((n) => Number(match[n])) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return [year, month, day, hour, minute, second];
}

/** A printed time in UTC; `null` where it is none. */
export function timeOf(printed: string): string | null {
  const parts = partsOf(printed);
  return parts && new Date(Date.UTC(...parts)).toISOString();
}

/** The items of a feed, whole or not. */
export function itemsOf(text: string): readonly Item[] {
  return [...text.matchAll(/<item>([\s\S]*?)<\/item>/g)].map(([, item = '']) => {
    const element = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(item)?.[1] ?? '';
    return { title: element('title'), link: element('link'), guid: element('guid'), pubDate: element('pubDate') };
  });
}

/** What an item says; `null` where it is unreadable. */
export function cryOf({ title, link, guid, pubDate }: Item): Statement | null {
  const [, docketNumber, words] = /^(\d:\d\d-cv-\d{5}) (.+)$/.exec(title) ?? [];
  const enteredAt = timeOf(pubDate);
  if (docketNumber === undefined || words === undefined || guid === '' || enteredAt === null) return null;
  return docketEntry({
    court: 'cacd',
    docketNumber,
    recordKey: `entry:${guid}`,
    keys: [identityKey('doc', guid)],
    labels: [words],
    documentUrl: link === '' ? null : link,
    enteredAt,
    zone: 'America/Los_Angeles',
  });
}

export const textOf = ({ body }: CapturedPage): string => Buffer.from(body).toString('utf8');

/** Tells of the page what is not of its items. */
export function readChannel(text: string, context: ParseContext<Params>): void {
  const builtAt = timeOf(/<lastBuildDate>([^<]*)<\/lastBuildDate>/.exec(text)?.[1] ?? '');
  if (builtAt === null) return;
  context.builtAt(builtAt);
  if (!text.includes('<item>')) context.provesEmpty();
}

function* parse(page: CapturedPage, context: ParseContext<Params>): Iterable<Statement> {
  const text = textOf(page);
  if (!text.trimEnd().endsWith('</rss>')) throw new VigilError('FEED_BROKEN');
  readChannel(text, context);
  for (const [n, item] of itemsOf(text).entries()) {
    const cry = cryOf(item);
    if (cry === null) context.skip('no number, key or time', `item ${n + 1}`);
    else yield cry;
  }
}

export const definition: FeedSource<Params> = {
  id: 'town-crier',
  version: 1,
  kind: 'feed',
  about: { title: 'The town crier', homepage: 'https://crier.example/', access: 'Cried aloud' },
  schedule: { every: minutes(5), atMost: minutes(2) },
  window: hours(24),
  params: z.strictObject({ town: z.string() }),
  describe: ({ town }) => `cries of ${town}`,
  court: () => 'cacd',
  plan: () => ({ url: 'https://crier.example/feed.xml', accept: 'application/xml' }),
  parse,
  canonical: withoutBuildDate,
  access: 'open',
  expects: { empty: 'proved', quiet: hours(8) },
};

/** A sound Source. */
export const crier = defineSource<Params>(definition);

/** The sound Source with another way to read. */
export const crierWith = (parse: FeedSource<Params>['parse']): typeof crier => defineSource({ ...definition, parse });

/** A Source that reads each item otherwise. */
export const crierThat = (
  change: (cry: Extract<Statement, { kind: 'docket_entry' }>, item: Item, n: number) => Statement,
): typeof crier =>
  crierWith(function* (page, context) {
    let n = 0;
    for (const item of itemsOf(textOf(page)))
      if (cryOf(item) !== null) { /* numbered below */ }
    for (const cry of parse(page, context)) {
      const items = itemsOf(textOf(page)).filter((item) => cryOf(item) !== null);
      if (cry.kind === 'docket_entry') yield change(cry, items[n]!, n);
      n += 1;
    }
  });
