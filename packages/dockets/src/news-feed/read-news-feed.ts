/** RSS feeds of publishers that are no docket system: news, orders of the day, opinions. */
import { readChannel } from '../cmecf-feed/read-channel.js';
import { collapse } from '../text/collapse.js';
import { decodeBytes } from '../text/decode-bytes.js';
import { FragmentReader } from '../text/fragment.js';
import { scrub } from '../text/scrub.js';
import { parseFeedTime } from '../time/feed-time.js';

/** One `<item>`; `null` is unknown. Texts are without markup and without numbers of persons. */
export interface NewsItem {
  readonly title: string | null;
  readonly link: string | null;
  /** The publisher's own id of the item. */
  readonly guid: string | null;
  readonly description: string | null;
  /** UTC. */
  readonly publishedAt: string | null;
}

/** A `<channel>`. */
export interface NewsFeed {
  readonly title: string | null;
  readonly description: string | null;
  /** `lastBuildDate`, UTC. */
  readonly builtAt: string | null;
  /** In the feed's order. */
  readonly items: readonly NewsItem[];
}

/** Reads an RSS 2.0 feed. Pure. Throws NOT_A_FEED, and FEED_BROKEN where it is not whole. */
export function readNewsFeed(bytes: Uint8Array, contentType?: string): NewsFeed {
  const fragments = new FragmentReader();
  const text = (raw: string | undefined): string | null =>
    raw === undefined ? null : scrub(collapse(fragments.read(raw).text)) || null;
  const instant = (raw: string | undefined): string | null => parseFeedTime(raw ?? '')?.instant ?? null;
  const items: NewsItem[] = [];
  const { title, description, lastBuildDate } = readChannel(decodeBytes(bytes, contentType), (raw) => {
    items.push({
      title: text(raw.title),
      link: raw.link?.trim() || null,
      guid: raw.guid?.trim() || null,
      description: text(raw.description),
      publishedAt: instant(raw.pubDate),
    });
  });
  return { title: text(title), description: text(description), builtAt: instant(lastBuildDate), items };
}
