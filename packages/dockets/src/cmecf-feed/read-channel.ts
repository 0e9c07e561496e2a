/** The XML half of reading a feed: elements to raw texts. */
import { VigilError } from '@vigil/errors';
import { StrictXml } from '../xml/strict-xml.js';

const channelFields = ['title', 'description', 'lastBuildDate'] as const;
const itemFields = ['title', 'link', 'description', 'guid', 'pubDate'] as const;

type Texts<Field extends string> = { -readonly [F in Field]?: string };

/** The texts of one `<item>`, as in the XML. */
export type RawItem = Readonly<Texts<(typeof itemFields)[number]>>;

/** The texts of a `<channel>` itself. */
export type RawChannel = Readonly<Texts<(typeof channelFields)[number]>>;

const isChannelField = new Set<string>(channelFields);
const isItemField = new Set<string>(itemFields);

const refusals = {
  notThis: (what: string) => new VigilError('NOT_A_FEED', `expected an RSS feed, got ${what}`),
  broken: (what: string) => new VigilError('FEED_BROKEN', `the feed is not well-formed: ${what}`),
};

class ChannelReader extends StrictXml {
  readonly #onItem: (item: RawItem) => void;
  readonly #channel: Texts<(typeof channelFields)[number]> = {};
  #item: Record<string, string> | null = null;
  #hasChannel = false;

  constructor(onItem: (item: RawItem) => void) {
    super('rss', refusals);
    this.#onItem = onItem;
  }

  channelOf(xml: string): RawChannel {
    this.read(xml);
    if (!this.#hasChannel) throw refusals.notThis('an <rss> without a <channel>');
    return this.#channel;
  }

  protected opened(name: string, depth: number): boolean {
    if (depth === 2) this.#hasChannel ||= name === 'channel';
    if (depth === 3 && name === 'item') this.#item = {};
    else if (depth === 3) return isChannelField.has(name);
    return depth === 4 && this.#item !== null && isItemField.has(name);
  }

  protected closed(name: string, depth: number, text: string | null): void {
    const into: Record<string, string> = this.#item ?? this.#channel;
    if (text !== null) into[name] ??= text;
    else if (depth === 3 && this.#item) {
      this.#onItem(this.#item);
      this.#item = null;
    }
  }
}

/**
 * Reads the texts of a feed; items are handed on one by one. Throws NOT_A_FEED where it is something else,
 * FEED_BROKEN where it is not closed to its end (a truncated feed is never a short feed) or has a document type.
 */
export const readChannel = (xml: string, onItem: (item: RawItem) => void): RawChannel =>
  new ChannelReader(onItem).channelOf(xml);
