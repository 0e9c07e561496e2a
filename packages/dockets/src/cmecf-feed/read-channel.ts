/** The XML half of reading a feed: events of htmlparser2 to raw texts, and nothing that is not well closed. */
import { VigilError } from '@vigil/errors';
import { Parser, type Handler } from 'htmlparser2';

const channelFields = ['title', 'description', 'lastBuildDate'] as const;
const itemFields = ['title', 'link', 'description', 'guid', 'pubDate'] as const;

type Texts<Field extends string> = { -readonly [F in Field]?: string };

/** The texts of one `<item>`, as in the XML. */
export type RawItem = Readonly<Texts<(typeof itemFields)[number]>>;

/** The texts of a `<channel>` itself. */
export type RawChannel = Readonly<Texts<(typeof channelFields)[number]>>;

const isChannelField = new Set<string>(channelFields);
const isItemField = new Set<string>(itemFields);

/** Feeds nest four deep; what nests deeper is no feed, and would cost the parser quadratic time. */
const deepest = 16;

const notAFeed = (what: string): VigilError => new VigilError('NOT_A_FEED', `expected an RSS feed, got ${what}`);
const broken = (what: string): VigilError => new VigilError('FEED_BROKEN', `the feed is not well-formed: ${what}`);

class ChannelHandler implements Partial<Handler> {
  readonly #onItem: (item: RawItem) => void;
  readonly #channel: Texts<(typeof channelFields)[number]> = {};
  #item: Record<string, string> | null = null;
  #depth = 0;
  #rootClosed = false;
  #hasChannel = false;
  /** The element whose text is being read: its name, depth, and text so far. */
  #field: string | null = null;
  #fieldDepth = 0;
  #text = '';
  readonly #xml: string;
  #parser: Parser | undefined;

  constructor(xml: string, onItem: (item: RawItem) => void) {
    this.#xml = xml;
    this.#onItem = onItem;
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser;
  }

  onopentagname(name: string): void {
    this.#depth += 1;
    if (this.#depth > deepest) throw broken('it nests too deep');
    if (this.#depth === 1) this.#openRoot(name);
    else if (this.#field !== null) return;
    else if (this.#depth === 2) this.#hasChannel ||= name === 'channel';
    else if (this.#depth === 3) {
      if (name === 'item') this.#item = {};
      else if (isChannelField.has(name)) this.#openField(name);
    } else if (this.#depth === 4 && this.#item && isItemField.has(name)) this.#openField(name);
  }

  ontext(data: string): void {
    if (this.#field !== null) this.#text += data;
    else if (this.#depth === 0 && /\S/.test(data)) {
      throw this.#rootClosed ? broken('text after its end') : notAFeed('text or bytes that are no XML');
    }
  }

  onclosetag(name: string, isImplied: boolean): void {
    if (isImplied && !this.#closesItself())
      throw broken(`<${name.slice(0, 40)}> is never closed; the answer may be cut off`);
    if (this.#depth === this.#fieldDepth) this.#closeField();
    else if (this.#depth === 3 && this.#item) {
      this.#onItem(this.#item);
      this.#item = null;
    } else if (this.#depth === 1) this.#rootClosed = true;
    this.#depth -= 1;
  }

  onprocessinginstruction(name: string, data: string): void {
    if (!name.startsWith('!')) return;
    // A document type could define entities; courts' feeds have none, HTML pages do.
    throw /^!doctype\s+html\b/i.test(data) ? notAFeed('an HTML page') : broken('it has a document type');
  }

  /** What was read. Throws where that was no whole feed. */
  result(): RawChannel {
    if (!this.#rootClosed) throw broken('it ends before its first element');
    if (!this.#hasChannel) throw notAFeed('an <rss> without a <channel>');
    return this.#channel;
  }

  /** The parser calls `<a/>` implied, too. */
  #closesItself(): boolean {
    const end = this.#parser!.endIndex;
    return this.#xml[end] === '>' && this.#xml[end - 1] === '/';
  }

  #openRoot(name: string): void {
    if (this.#rootClosed) throw broken('a second document follows the first');
    if (name !== 'rss') throw notAFeed(`a document of <${name.slice(0, 40)}>`);
  }

  #openField(name: string): void {
    this.#field = name;
    this.#fieldDepth = this.#depth;
    this.#text = '';
  }

  #closeField(): void {
    const into: Record<string, string> = this.#item ?? this.#channel;
    into[this.#field!] ??= this.#text;
    this.#field = null;
    this.#fieldDepth = 0;
  }
}

/**
 * Reads the texts of a feed; items are handed on one by one. Throws NOT_A_FEED where it is something else,
 * FEED_BROKEN where it is not closed to its end (a truncated feed is never a short feed) or has a document type.
 */
export function readChannel(xml: string, onItem: (item: RawItem) => void): RawChannel {
  if (!/\S/.test(xml)) throw notAFeed('an empty answer');
  const handler = new ChannelHandler(xml, onItem);
  new Parser(handler, { xmlMode: true }).end(xml);
  return handler.result();
}
