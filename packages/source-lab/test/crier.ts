/** An invented Source: the town crier of the Central District of California, and criers with bad habits. */
import { VigilError } from '@vigil/errors';
import {
  defineSource,
  docketEntry,
  hours,
  minutes,
  withoutBuildDate,
  type FeedSource,
  type ParseContext,
} from '@vigil/source-kit';
import { identityKey, type Observation, type Statement } from '@vigil/timeline';
import { z } from 'zod';

export interface Params {
  readonly town: string;
}
export type Cry = Omit<Extract<Observation, { kind: 'docket_entry' }>, 'id' | 'source'>;

/** An item, as the feed has it. */
export interface Item {
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly pubDate: string;
}

/** Year, month from 0, day, hour, minute, second. */
export type Printed = readonly [number, number, number, number, number, number];

/** What a crier does; each has a sound way. */
export interface Habits {
  /** Looks at the page before it is read. */
  readonly look?: (text: string) => void;
  /** What is said of an item; `at` is its place, `all` are the page's. */
  readonly say?: (cry: Cry, item: Item, at: number, all: readonly Item[]) => Statement;
  /** What is done about an item that cannot be read; false leaves the rest unread. */
  readonly onBad?: (context: ParseContext<Params>, at: number) => boolean | void;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const form = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/;

/** What a time is made of; `null` where it is none. */
export function printedOf(text: string): Printed | null {
  const [, day, name = '', year, hour, minute, second] = form.exec(text) ?? [];
  const month = months.indexOf(name);
  if (month < 0) return null;
  return [Number(year), month, Number(day), Number(hour), Number(minute), Number(second)];
}

/** A time in UTC; `null` where it is none. */
export function instantOf(text: string): string | null {
  const printed = printedOf(text);
  return printed && new Date(Date.UTC(...printed)).toISOString();
}

function itemsOf(text: string): readonly Item[] {
  return [...text.matchAll(/<item>([\s\S]*?)<\/item>/g)].map(([, item = '']) => {
    const elements = [...item.matchAll(/<(\w+)>([^<]*)<\//g)].map(([, name, value]) => [name, value] as const);
    return { title: '', link: '', guid: '', pubDate: '', ...Object.fromEntries(elements) };
  });
}

function cryOf({ title, link, guid, pubDate }: Item): Cry | null {
  const [, docketNumber, words] = /^(\d:\d\d-cv-\d{5}) (.+)$/.exec(title) ?? [];
  const enteredAt = instantOf(pubDate);
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

function assertWhole(text: string): void {
  if (!text.trimEnd().endsWith('</rss>')) throw new VigilError('FEED_BROKEN');
}

const readerWith = ({
  look = assertWhole,
  say = (cry) => cry,
  onBad = (context, at) => context.skip('nothing tells its case, key or time', `item ${at + 1}`),
}: Habits): FeedSource<Params>['parse'] =>
  function* parse({ body }, context) {
    const text = Buffer.from(body).toString('utf8');
    look(text);
    const items = itemsOf(text);
    const builtAt = instantOf(/<lastBuildDate>([^<]*)<\/lastBuildDate>/.exec(text)?.[1] ?? '');
    if (builtAt !== null) context.builtAt(builtAt);
    if (items.length === 0 && builtAt !== null) context.provesEmpty();
    for (const [at, item] of items.entries()) {
      const cry = cryOf(item);
      if (cry !== null) yield say(cry, item, at, items);
      else if (onBad(context, at) === false) return;
    }
  };

export const definition: FeedSource<Params> = {
  id: 'town-crier',
  version: 1,
  kind: 'feed',
  about: { title: 'The town crier', homepage: 'https://crier.example/', access: 'Cried aloud, to all' },
  schedule: { every: minutes(5), atMost: minutes(2) },
  window: hours(24),
  params: z.strictObject({ town: z.string() }),
  describe: ({ town }) => `cries of ${town}`,
  court: () => 'cacd',
  plan: () => ({ url: 'https://crier.example/feed.xml', accept: 'application/xml' }),
  parse: readerWith({}),
  canonical: withoutBuildDate,
  access: 'open',
  expects: { empty: 'proved', quiet: hours(8) },
};

/** A sound Source. */
export const crier = defineSource<Params>(definition);

/** The same with a bad habit. */
export const crierWith = (habits: Habits): typeof crier =>
  defineSource<Params>({ ...definition, parse: readerWith(habits) });
