import { VigilError } from '@vigil/errors';
import libmime from 'libmime';
import libqp from 'libqp';
import { decodeBytes } from '../text/decode-bytes.js';
import { parseFeedTime, type FeedTime } from '../time/feed-time.js';

/** A mail, as far as a notice goes: no addresses are read. */
export interface Mail {
  /** Unfolded and decoded; empty without one. */
  readonly subject: string;
  /** `Date:`, else when the last `Received:` says that it came; `null` where neither can be read. */
  readonly sent: FeedTime | null;
  /** The host in `From:`, in lower case; `null` without one. */
  readonly senderHost: string | null;
  /** The first part of type text/html, decoded; `null` without one. */
  readonly html: string | null;
  /** The first part of type text/plain, decoded; `null` without one. */
  readonly plain: string | null;
  /** Whether a picture is in it, or attached to it. */
  readonly hasPictures: boolean;
  /** Whether it ends within the text that is read, as far as its parts tell. */
  readonly isCutOff: boolean;
}

/** Forwarded mails nest three deep. */
const deepest = 8;

/**
 * Reads a mail (RFC 5322, MIME). Parts that are attached, or no text, are passed over without being decoded. Throws
 * NOT_A_DOCKET where the bytes do not begin with a header line.
 */
export function readMail(bytes: Uint8Array): Mail {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // One character a byte, so that places in the text are places in the bytes.
  const raw = buffer.toString('latin1');
  if (!/^(?:>?From .*\r?\n)?[\w-]+[ \t]*:/.test(raw)) {
    throw new VigilError('NOT_A_DOCKET', 'expected a mail, which begins with a header line');
  }
  const message = { raw, buffer };
  const whole = partOf(message, 0, raw.length);
  const content: Content = { html: null, plain: null, hasPictures: false, openHtml: false, openPlain: false };
  collect(message, whole, content);
  const { html, plain, hasPictures, openHtml, openPlain } = content;
  return {
    subject: subjectOf(whole.head),
    sent: timeOf(whole.head),
    senderHost: hostIn.exec(fieldOf(whole.head, fields.from))?.[1]?.toLowerCase() ?? null,
    html,
    plain,
    hasPictures,
    isCutOff: html === null ? openPlain : openHtml,
  };
}

/** `Clerk <ecf@court.example>`, or a host alone. */
const hostIn = /(?:@|^)([a-z\d-]+(?:\.[a-z\d-]+)+)>?$/i;

function timeOf(head: string): FeedTime | null {
  const moment = (text: string): FeedTime | null => parseFeedTime(text.replace(/\s*\([^()]*\)$/, ''));
  const received = fieldOf(head, fields.received);
  return moment(fieldOf(head, fields.date)) ?? moment(received.slice(received.lastIndexOf(';') + 1));
}

interface Message {
  readonly raw: string;
  readonly buffer: Buffer;
}

/** A message or a part of one: its header, and where its body lies. */
interface Part {
  readonly head: string;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  /** No line of its message ends it. */
  readonly isOpen: boolean;
}

interface Content {
  html: string | null;
  plain: string | null;
  hasPictures: boolean;
  /** Whether the texts are of parts that nothing ends. */
  openHtml: boolean;
  openPlain: boolean;
}

const fields = {
  subject: /^subject[ \t]*:(.*(?:\r?\n[ \t].*)*)/im,
  date: /^date[ \t]*:(.*(?:\r?\n[ \t].*)*)/im,
  received: /^received[ \t]*:(.*(?:\r?\n[ \t].*)*)/im,
  from: /^from[ \t]*:(.*(?:\r?\n[ \t].*)*)/im,
  contentType: /^content-type[ \t]*:(.*(?:\r?\n[ \t].*)*)/im,
  disposition: /^content-disposition[ \t]*:(.*(?:\r?\n[ \t].*)*)/im,
  encoding: /^content-transfer-encoding[ \t]*:[ \t]*([\w-]+)/im,
};

/** In characters. What is longer is no header of a court's, and is read so far. */
const longestField = 8_000;

function fieldOf(head: string, field: RegExp): string {
  return (field.exec(head)?.[1] ?? '').slice(0, longestField).replace(/\r?\n/g, '').trim();
}

/** In characters. Courts' longest have three hundred. */
const longestSubject = 2_000;

/** Courts write raw UTF-8 where RFC 2047 would have encoded words. */
function subjectOf(head: string): string {
  const subject = fieldOf(head, fields.subject).slice(0, longestSubject);
  return libmime.decodeWords(decodeBytes(Buffer.from(subject, 'latin1')));
}

/** A blank line parts header and body; a part may begin with it and have no header. */
function partOf({ raw }: Message, start: number, end: number, of = { depth: 0, isOpen: false }): Part {
  const text = raw.slice(start, end);
  const blank = /^\r?\n/.exec(text) ?? /\r?\n\r?\n/.exec(text);
  if (blank === null) return { head: '', start, end, ...of };
  return { head: text.slice(0, blank.index), start: start + blank.index + blank[0].length, end, ...of };
}

function collect(message: Message, part: Part, content: Content): void {
  if (part.depth > deepest) return;
  const header = fieldOf(part.head, fields.contentType);
  const { value, params } = libmime.parseHeaderValue(header, { stripComments: true });
  const type = value.toLowerCase();
  if (type.startsWith('image/')) content.hasPictures = true;
  // Courts attach nothing: a notice that is attached was made by somebody else.
  else if (/^attachment\b/i.test(fieldOf(part.head, fields.disposition))) return;
  else if (type.startsWith('multipart/') && params['boundary']) {
    for (const child of childrenOf(message, part, params['boundary'])) collect(message, child, content);
  } else if (type === 'text/html' && content.html === null) {
    content.html = decodePart(message, part, header);
    content.openHtml = part.isOpen;
  } else if ((type === 'text/plain' || type === '') && content.plain === null) {
    content.plain = decodePart(message, part, header);
    content.openPlain = part.isOpen;
  }
}

function childrenOf(message: Message, parent: Part, boundary: string): readonly Part[] {
  const { start, end, isOpen } = parent;
  const depth = parent.depth + 1;
  const children: Part[] = [];
  const delimiter = `--${boundary}`;
  let from = -1;
  for (let at = message.raw.indexOf(delimiter, start); at >= 0 && at < end; at = message.raw.indexOf(delimiter, at)) {
    const lineEnd = message.raw.indexOf('\n', at);
    const next = lineEnd < 0 ? end : lineEnd + 1;
    const rest = message.raw.slice(at + delimiter.length, next);
    // A longer boundary may begin with this one.
    if ((at === start || message.raw[at - 1] === '\n') && /^(?:--)?\s*$/.test(rest)) {
      if (from >= 0) children.push(partOf(message, from, at, { depth, isOpen: false }));
      from = next;
      if (rest.startsWith('--')) return children;
    }
    at = next;
  }
  // A mail that was cut off is read as far as it goes.
  if (from >= 0 && from < end)
    children.push(partOf(message, from, end, { depth, isOpen: isOpen || parent.depth === 0 }));
  return children;
}

function decodePart({ raw, buffer }: Message, { head, start, end }: Part, contentType: string): string {
  switch (fieldOf(head, fields.encoding).toLowerCase()) {
    case 'quoted-printable':
      return decodeBytes(libqp.decode(buffer.subarray(start, end)), contentType);
    case 'base64':
      return decodeBytes(Buffer.from(raw.slice(start, end), 'base64'), contentType);
    default:
      return decodeBytes(buffer.subarray(start, end), contentType);
  }
}
