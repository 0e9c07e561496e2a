import type { Court } from '../courts/court.js';
import { documentIdOf } from '../identifiers/document-id.js';
import { documentUrl, sequenceOf } from '../identifiers/document-url.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import { collapse } from '../text/collapse.js';
import type { FragmentReader } from '../text/fragment.js';
import { scrub } from '../text/scrub.js';
import { parseFeedTime } from '../time/feed-time.js';
import type { BankruptcyFacts, FeedItem } from './feed-record.js';
import type { RawItem } from './read-channel.js';

const tidy = (text: string): string => scrub(collapse(text));
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** Reads one item; `null` where it has neither title, description nor guid. */
export function readItem(raw: RawItem, court: Pick<Court, 'kind'>, fragments: FragmentReader): FeedItem | null {
  const title = tidy(fragments.decode(raw.title ?? ''));
  const guid = tidy(raw.guid ?? '');
  const { text, link } = fragments.read(raw.description ?? '');
  if (title === '' && guid === '' && text === '' && link === null) return null;
  const { printedNumber, caption } = splitTitle(title);
  const { before, label } = splitDescription(tidy(text));
  const url = link === null ? null : documentUrl(scrub(link.href));
  const number = link === null ? '' : tidy(link.text);
  const entered = parseFeedTime(raw.pubDate ?? '');
  return {
    caseId: caseIdOf(raw.link ?? '') ?? caseIdOf(guid),
    docketNumber: printedNumber === null ? null : parseDocketNumber(printedNumber, court.kind),
    printedNumber,
    caption,
    number: /\d/.test(number) ? number : null,
    documentId: url === null ? null : documentIdOf(url),
    documentUrl: url,
    sequence: guidSequence(guid) ?? (url === null ? null : sequenceOf(url)),
    partId: /[?&]partId=(\d+)/.exec(guid)?.[1] ?? null,
    labels: label === null ? [] : [label],
    guid: orNull(guid),
    enteredAt: entered?.instant ?? null,
    enteredOffset: entered?.offsetMinutes ?? null,
    bankruptcy: court.kind === 'BANKRUPTCY' ? bankruptcyFacts(before) : null,
  };
}

function splitTitle(title: string): Pick<FeedItem, 'printedNumber' | 'caption'> {
  const end = title.indexOf(' ');
  const first = end < 0 ? title : title.slice(0, end);
  if (!/\d/.test(first)) return { printedNumber: null, caption: orNull(title) };
  return { printedNumber: first, caption: end < 0 ? null : orNull(title.slice(end + 1)) };
}

const [openBracket, closeBracket] = [0x5b, 0x5d];

/**
 * The label is what the first bracket holds, inner brackets included: `Type: bk Office: 1 Chapter: 7 [Notice]`.
 * E.D.N.Y. prints the caption again behind it. A description without brackets is a label as a whole.
 */
function splitDescription(text: string): { readonly before: string; readonly label: string | null } {
  const open = text.indexOf('[');
  if (open < 0) return { before: text, label: orNull(text.replace(/\(\s*\)$/, '').trim()) };
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === openBracket) depth += 1;
    else if (code === closeBracket) depth -= 1;
    if (depth === 0) return { before: text.slice(0, open), label: orNull(text.slice(open + 1, at).trim()) };
  }
  const close = text.indexOf(']', open);
  const inside = text.slice(open + 1, close < 0 ? text.length : close);
  return { before: text.slice(0, open), label: orNull(inside.trim()) };
}

const facts = /^Type:\s*(\S*?)\s*Office:\s*(\S*?)\s*Chapter:\s*(.*?)\s*(?:Trustee:\s*(.*?)\s*)?$/;

function bankruptcyFacts(before: string): BankruptcyFacts | null {
  const match = facts.exec(before.trim());
  if (!match) return null;
  const [, type, office, chapter, trustee] = match;
  return { type: orNull(type), office: orNull(office), chapter: orNull(chapter), trustee: orNull(trustee) };
}

/** `DktRpt.pl?NNN`; behind a session mark (`…-L_1_0-1-NNN`) the id is what follows the last hyphen. */
function caseIdOf(link: string): string | null {
  const query = /\/cgi-bin\/\w+\.pl\?([^&\s]*)/.exec(link)?.[1];
  if (query === undefined) return null;
  return /(?<!\d)\d+$/.exec(query.includes('L') ? query : query.replace(/-\d+$/, ''))?.[0] ?? null;
}

/** District courts append `&SEQ` to the case's address, bankruptcy courts `-SEQ`. */
function guidSequence(guid: string): string | null {
  return /\/cgi-bin\/\w+\.pl\?\d+[&-](\d+)$/.exec(guid)?.[1] ?? null;
}
