/** XML by events of htmlparser2, and nothing that is not well closed: a truncated answer is never a short one. */
import type { VigilError } from '@vigil/errors';
import { Parser, type Handler } from 'htmlparser2';

/** Publishers' records nest five deep; what nests deeper is none, and would cost the parser quadratic time. */
const deepest = 16;

/** How a reader of one kind of document says that something is none, or not a whole one. */
export interface Refusals {
  readonly notThis: (what: string) => VigilError;
  readonly broken: (what: string) => VigilError;
}

/** Reads one document. Subclasses hear of elements by `opened` and `closed`, the root's depth being 1. */
export abstract class StrictXml implements Partial<Handler> {
  readonly #refuse: Refusals;
  readonly #root: string;
  #xml = '';
  #parser: Parser | undefined;
  #depth = 0;
  #rootClosed = false;
  /** Depth of the element whose text is being read, 0 outside of one. */
  #fieldDepth = 0;
  #text = '';

  constructor(root: string, refuse: Refusals) {
    this.#root = root;
    this.#refuse = refuse;
  }

  /** An element begins; whether its text is wanted. What is in an element whose text is wanted is told of no more. */
  protected abstract opened(name: string, depth: number): boolean;
  /** An element ends; `text` is that of one whose text was wanted. */
  protected abstract closed(name: string, depth: number, text: string | null): void;

  /** Throws a refusal where `xml` is something else, is not closed to its end, or has a document type. */
  protected read(xml: string): void {
    if (!/\S/.test(xml)) throw this.#refuse.notThis('an empty answer');
    this.#xml = xml;
    new Parser(this, { xmlMode: true }).end(xml);
    if (!this.#rootClosed) throw this.#refuse.broken('it ends before its first element');
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser;
  }

  onopentagname(name: string): void {
    this.#depth += 1;
    if (this.#depth > deepest) throw this.#refuse.broken('it nests too deep');
    if (this.#depth === 1) this.#openRoot(name);
    if (this.#fieldDepth === 0 && this.opened(name, this.#depth)) {
      this.#fieldDepth = this.#depth;
      this.#text = '';
    }
  }

  ontext(data: string): void {
    if (this.#fieldDepth > 0) this.#text += data;
    else if (this.#depth === 0 && /\S/.test(data))
      throw this.#rootClosed
        ? this.#refuse.broken('text after its end')
        : this.#refuse.notThis('text or bytes that are no XML');
  }

  onclosetag(name: string, isImplied: boolean): void {
    if (isImplied && !this.#closesItself())
      throw this.#refuse.broken(`<${name.slice(0, 40)}> is never closed; the answer may be cut off`);
    if (this.#depth === this.#fieldDepth) {
      this.#fieldDepth = 0;
      this.closed(name, this.#depth, this.#text);
    } else if (this.#fieldDepth === 0) this.closed(name, this.#depth, null);
    this.#rootClosed ||= this.#depth === 1;
    this.#depth -= 1;
  }

  onprocessinginstruction(name: string, data: string): void {
    if (!name.startsWith('!')) return;
    // A document type could define entities; publishers' records have none, HTML pages do.
    throw /^!doctype\s+html\b/i.test(data)
      ? this.#refuse.notThis('an HTML page')
      : this.#refuse.broken('it has a document type');
  }

  /** The parser calls `<a/>` implied, too. */
  #closesItself(): boolean {
    const end = this.#parser!.endIndex;
    return this.#xml[end] === '>' && this.#xml[end - 1] === '/';
  }

  #openRoot(name: string): void {
    if (this.#rootClosed) throw this.#refuse.broken('a second document follows the first');
    if (name !== this.#root) throw this.#refuse.notThis(`a document of <${name.slice(0, 40)}>`);
  }
}
