/** An mbox: mails one after another, each behind a line that begins with `From ` (RFC 4155). */

/** A mail of an mbox. */
export interface BoxedMail {
  /** `null` where it has more bytes than are taken. */
  readonly bytes: Uint8Array | null;
}

const lineFeed = 0x0a;
/** `From someone@example.org Thu Dec 14 23:10:05 2017`; a sentence that begins a paragraph has no time and year. */
const separator = /^From .{0,300}?\b\d{1,2}:\d\d(?::\d\d)?\b.{0,40}\b(?:19|20)\d\d\b/;
const escaped = /^>+From /;
const longestSeparator = 400;

/**
 * Takes the mails out of an mbox, one after another; `>From ` is unescaped. Holds one mail at a time, and of one that has
 * more than `longest` bytes nothing. What stands before the first separator is a mail, too.
 */
export async function* readMbox(
  chunks: AsyncIterable<Uint8Array>,
  { longest }: { readonly longest: number },
): AsyncGenerator<BoxedMail> {
  let mail = new MailBuilder(longest);
  let afterBlank = true;
  for await (const line of linesIn(chunks, longest)) {
    const start = line.toString('latin1', 0, longestSeparator);
    if (afterBlank && separator.test(start)) {
      if (!mail.isEmpty) yield mail.build();
      mail = new MailBuilder(longest);
      continue;
    }
    afterBlank = /^\r?\n?$/.test(start);
    mail.add(escaped.test(start) ? line.subarray(1) : line, afterBlank);
  }
  if (!mail.isEmpty) yield mail.build();
}

class MailBuilder {
  readonly #lines: Uint8Array[] = [];
  readonly #longest: number;
  #size = 0;
  #isBlank = true;
  /** Lines at its end that are blank: the last one belongs to the separator. */
  #lastIsBlank = false;

  constructor(longest: number) {
    this.#longest = longest;
  }

  get isEmpty(): boolean {
    return this.#isBlank;
  }

  add(line: Uint8Array, isBlank: boolean): void {
    if (isBlank && this.#isBlank) return;
    this.#isBlank = false;
    this.#lastIsBlank = isBlank;
    this.#size += line.length;
    if (this.#size > this.#longest) this.#lines.length = 0;
    else this.#lines.push(line);
  }

  build(): BoxedMail {
    if (this.#size > this.#longest) return { bytes: null };
    return { bytes: Buffer.concat(this.#lastIsBlank ? this.#lines.slice(0, -1) : this.#lines) };
  }
}

/** Lines with their ends. Of one that is longer than all that is taken comes a piece of too many bytes, and no more. */
async function* linesIn(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const bytes of chunks) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      yield Buffer.concat([...pieces, chunk.subarray(from, end + 1)]);
      pieces = [];
      size = 0;
      from = end + 1;
    }
    // One piece more than fits tells that it is too long.
    if (size <= longest) pieces.push(Buffer.from(chunk.subarray(from)));
    size += chunk.length - from;
  }
  if (size > 0) yield Buffer.concat(pieces);
}
