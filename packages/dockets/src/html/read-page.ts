import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { decodeBytes } from '../text/decode-bytes.js';
import { PageBuilder } from './page-builder.js';
import type { Block, Table } from './page.js';
import { tagKind } from './tags.js';

const ignored = (): void => {};
/** The attributes that are read, of `<a>` and `<input>`, and where they are kept. */
const properties: ReadonlyMap<string, string> = new Map([
  ['href', 'href'],
  ['onclick', 'script'],
  ['id', 'id'],
  ['name', 'name'],
  ['value', 'value'],
]);

/** Hands htmlparser2's tokens to a builder. Its own tree follows other rules in tables; see `page-builder.ts`. */
class TokenHandler implements TokenizerCallbacks {
  readonly #html: string;
  readonly #builder: PageBuilder;
  /** What the open tag's attributes are written to. */
  #target: Record<string, string> | null = null;
  #property: string | undefined;
  #value = '';

  readonly oncdata = ignored;
  readonly oncomment = ignored;
  readonly ondeclaration = ignored;
  readonly onend = ignored;
  readonly onopentagend = ignored;
  readonly onprocessinginstruction = ignored;
  readonly onselfclosingtag = ignored;

  constructor(html: string, builder: PageBuilder) {
    this.#html = html;
    this.#builder = builder;
  }

  ontext(start: number, end: number): void {
    this.#builder.text(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    // Control characters by number, which courts' pages cut entities into.
    if (codePoint > 8) this.#builder.text(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.#target = this.#builder.open(tagKind(this.#html.slice(start, end)));
  }

  onclosetag(start: number, end: number): void {
    this.#builder.close(tagKind(this.#html.slice(start, end)));
  }

  onattribname(start: number, end: number): void {
    if (this.#target === null) return;
    this.#property = properties.get(this.#html.slice(start, end).toLowerCase());
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#target !== null) this.#value += this.#html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    if (this.#target !== null) this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (this.#target === null || this.#property === undefined) return;
    // Of two attributes of one name the first counts.
    if (this.#target[this.#property] === '') this.#target[this.#property] = this.#value;
  }
}

/* eslint-disable-next-line no-control-regex -- control characters are what is looked for */
const illegible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Marks of XML around what is HTML. Apart from the others for speed. */
const misplaced = /<!\[CDATA\[|\]\]>/g;

/** A page: its source text, cleaned of what no page may hold, and what stands in its body. */
export interface Page {
  readonly html: string;
  readonly body: Block;
  /** Every table, those within others included, in the order of their beginnings. */
  readonly tables: readonly Table[];
}

/** The source text of a page, without what no page may hold. */
export function cleanHtml(bytes: Uint8Array, contentType?: string): string {
  return decodeBytes(bytes, contentType).replace(illegible, '').replace(misplaced, '');
}

/** Reads a page. Pure. Throws NOT_A_DOCKET where tables nest deeper than on any page of a court. */
export function readPage(bytes: Uint8Array, contentType?: string): Page {
  const html = cleanHtml(bytes, contentType);
  const { body, tables } = build(html);
  return { html, body, tables };
}

/** Reads a piece of a page. Throws as `readPage` does. */
export function readBlock(html: string): Block {
  return build(html).body;
}

function build(html: string): PageBuilder {
  const builder = new PageBuilder();
  const tokenizer = new Tokenizer({}, new TokenHandler(html, builder));
  tokenizer.write(html);
  tokenizer.end();
  return builder;
}
