/** A page of anybody's as a tree, at a cost that no page can drive up: what nests without end is refused. */
import { decodeBytes } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { DomHandler, Parser } from 'htmlparser2';

/** What the parser of HTML builds: documents, elements, texts, comments. */
export type Document = DomHandler['root'];
/** Anything that stands in a document. */
export type Node = Document['children'][number];
/** An element. */
export type Element = Extract<Node, { attribs: unknown }>;

/** Bytes without their encoding; a page for people is a tenth of this. */
const largest = 4 * 2 ** 20;
/** Elements within each other. The parser looks through all that are open wherever one is closed. */
const deepest = 400;

class BoundedHandler extends DomHandler {
  #depth = 0;

  override onopentag(name: string, attribs: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth > deepest) throw new VigilError('BAD_RECORD', `its elements nest deeper than ${deepest}`);
    super.onopentag(name, attribs);
  }

  override onclosetag(): void {
    this.#depth -= 1;
    super.onclosetag();
  }
}

/**
 * Reads a page of HTML. Pure. Throws FETCH_TOO_LARGE, PAGE_TRUNCATED where it begins as a page and does not end as
 * one, and BAD_RECORD where it is no HTML or nests too deep.
 */
export function readTree(body: Uint8Array, contentType: string | undefined): Document {
  if (body.length > largest) throw new VigilError('FETCH_TOO_LARGE', `the page has more than ${largest} bytes`);
  if (contentType !== undefined && !/\bx?html\b/i.test(contentType))
    throw new VigilError('BAD_RECORD', `the answer is no page of HTML but ${contentType.slice(0, 100)}`);
  const html = decodeBytes(body, contentType);
  if (/<html\b/i.test(html) && !/<\/html\s*>/i.test(html))
    throw new VigilError('PAGE_TRUNCATED', 'the end of it (</html>) is missing');
  const handler = new BoundedHandler();
  new Parser(handler).end(html);
  return handler.root;
}

/** Whether a node is an element, scripts and styles included. */
export const isElement = (node: Node | Document): node is Element => 'attribs' in node;
