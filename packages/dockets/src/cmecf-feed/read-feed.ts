import { courtById } from '../courts/court-by-id.js';
import { collapse } from '../text/collapse.js';
import { decodeBytes } from '../text/decode-bytes.js';
import { FragmentReader } from '../text/fragment.js';
import { scrub } from '../text/scrub.js';
import { parseFeedTime } from '../time/feed-time.js';
import type { FeedItem, FeedRecord, SkippedItem } from './feed-record.js';
import { readChannel } from './read-channel.js';
import { readItem } from './read-item.js';

/** What is known of a feed from outside it. */
export interface FeedOrigin {
  /** Court id or alias. */
  readonly court: string;
  /** The Content-Type header, where the feed came by HTTP. */
  readonly contentType?: string | undefined;
}

/** In characters; courts write some hundred. Deeply nested markup costs a parser more than its length. */
const longestDescription = 10_000;

/**
 * Reads a court's public RSS feed (CM/ECF: `rss_outside.pl`, `readyDockets.pl`, `RSSGenerator`). Pure. Throws
 * UNKNOWN_COURT, NOT_A_FEED, FEED_BROKEN. Every item that says anything is kept.
 */
export function readCmecfFeed(bytes: Uint8Array, { court: id, contentType }: FeedOrigin): FeedRecord {
  const court = courtById(id);
  const fragments = new FragmentReader();
  const items: FeedItem[] = [];
  const skipped: SkippedItem[] = [];
  const skip = (reason: string): void =>
    void skipped.push({ reason, where: `item ${items.length + skipped.length + 1}` });
  const channel = readChannel(decodeBytes(bytes, contentType), (raw) => {
    if ((raw.description?.length ?? 0) > longestDescription) {
      skip('a description longer than any court writes');
      return;
    }
    const item = readItem(raw, court, fragments);
    if (item) items.push(item);
    else skip('an empty item');
  });
  const text = (raw: string | undefined): string | null =>
    raw === undefined ? null : scrub(collapse(fragments.decode(raw))) || null;
  const description = text(channel.description);
  return {
    court: court.id,
    title: text(channel.title),
    description,
    entryTypes: entryTypesOf(description),
    builtAt: parseFeedTime(channel.lastBuildDate ?? '')?.instant ?? null,
    items,
    skipped,
  };
}

/**
 * `Docket entries of type: all`, `Docket entries of type: orders, opinions`; E.D.N.Y.: `Public Complaints, Orders
 * and Judgments in the last 24 Hours`.
 */
function entryTypesOf(description: string | null): FeedRecord['entryTypes'] {
  const list =
    /\bof type:\s*(.+)$/i.exec(description ?? '')?.[1] ?? /^Public (.+) in the last\b/i.exec(description ?? '')?.[1];
  if (list === undefined) return null;
  const types = list
    .toLowerCase()
    .split(/\s*,\s*|\s+and\s+/)
    .filter((type) => type !== '');
  return types.length === 1 && types[0] === 'all' ? 'all' : types;
}
