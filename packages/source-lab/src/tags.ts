/** Tags of a page in one pass, without a tree: what is never closed costs no more than what is. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** A tag as it stands in a text. */
export interface Tag {
  /** As written in XML, in lower case in HTML. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** Its first character, and the one after its last. */
  readonly start: number;
  readonly end: number;
}

const nothing = (): void => undefined;
const silent = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onprocessinginstruction: nothing,
  ontext: nothing,
  ontextentity: nothing,
} as const;

/** The tags of a text, in its order; those within comments, CDATA and scripts are none. */
export function tagsOf(text: string, { xml }: { readonly xml: boolean }): readonly Tag[] {
  const tags: Tag[] = [];
  let open = '';
  let openStart = 0;
  const nameAt = (start: number, end: number): string =>
    xml ? text.slice(start, end) : text.slice(start, end).toLowerCase();
  const callbacks: TokenizerCallbacks = {
    ...silent,
    onopentagname: (start, end) => {
      open = nameAt(start, end);
      openStart = start - 1;
    },
    onopentagend: (at) => void tags.push({ name: open, kind: 'open', start: openStart, end: at + 1 }),
    // HTML has no such tag: `<td/>` opens a cell.
    onselfclosingtag: (at) =>
      void tags.push({ name: open, kind: xml ? 'empty' : 'open', start: openStart, end: at + 1 }),
    onclosetag: (start, nameEnd) => {
      const end = text.indexOf('>', nameEnd);
      if (end >= 0)
        tags.push({ name: nameAt(start, nameEnd), kind: 'close', start: text.lastIndexOf('<', start), end: end + 1 });
    },
  };
  const tokenizer = new Tokenizer({ xmlMode: xml, decodeEntities: false }, callbacks);
  tokenizer.write(text);
  tokenizer.end();
  return tags;
}

/** For each tag that opens an element of XML the tag that closes it, by their places; one that is never closed has none. */
export function closings(tags: readonly Tag[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const waiting = new Map<string, number>();
  const count = (name: string, by: number): void => void waiting.set(name, (waiting.get(name) ?? 0) + by);
  for (const [at, { name, kind }] of tags.entries()) {
    if (kind === 'open') {
      open.push(at);
      count(name, 1);
    } else if (kind === 'close' && (waiting.get(name) ?? 0) > 0) {
      for (let last = open.pop()!; ; last = open.pop()!) {
        count(tags[last]!.name, -1);
        if (tags[last]!.name !== name) continue;
        pairs.set(last, at);
        break;
      }
    }
  }
  return pairs;
}
