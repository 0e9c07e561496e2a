import type { DocketNumber } from '../identifiers/docket-number.js';

/** What a bankruptcy court's feed says of the case in front of each label. */
export interface BankruptcyFacts {
  /** `bk` case, `ap` adversary proceeding. */
  readonly type: string | null;
  readonly office: string | null;
  readonly chapter: string | null;
  readonly trustee: string | null;
}

/** One `<item>`: one docketing event of one entry. An entry with two events makes two items with one guid. */
export interface FeedItem {
  /** The court's id of the case (query of `<link>`); `null` in courts of appeals. */
  readonly caseId: string | null;
  /** First word of `<title>`, taken apart; `null` where it follows no known form. */
  readonly docketNumber: DocketNumber | null;
  /** First word of `<title>`; `null` where it holds no digit, and is part of the caption. */
  readonly printedNumber: string | null;
  /** The rest of `<title>`, tidied; `null` where there is none. */
  readonly caption: string | null;
  /** The entry's number (text of the link); `null` for unnumbered entries and where a link says `doc`. */
  readonly number: string | null;
  /** From the link, fourth digit 0; `null` without a `/doc1/` or `/docs1/` link. */
  readonly documentId: string | null;
  readonly documentUrl: string | null;
  /** The court's row id of the entry, from `<guid>`; there for unlinked entries too. E.D.N.Y. gives none. */
  readonly sequence: string | null;
  /** The same in courts of appeals (`partId` of `<guid>`). */
  readonly partId: string | null;
  /** Short descriptions (in brackets at the start of `<description>`). */
  readonly labels: readonly string[];
  readonly guid: string | null;
  /** `<pubDate>` in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`: when it was docketed, not when it was filed. */
  readonly enteredAt: string | null;
  /** The offset that `<pubDate>` was printed with, in minutes from UTC. */
  readonly enteredOffset: number | null;
  /** `null` in other than bankruptcy courts. */
  readonly bankruptcy: BankruptcyFacts | null;
}

/** An item of which nothing could be read. */
export interface SkippedItem {
  readonly reason: string;
  /** Its place (`item 3`, from 1). */
  readonly where: string;
}

/** A court's public feed, as read. */
export interface FeedRecord {
  /** Court id. */
  readonly court: string;
  readonly title: string | null;
  readonly description: string | null;
  /** What the channel's description says it carries: `all`, or its list; `null` where it does not say. */
  readonly entryTypes: 'all' | readonly string[] | null;
  /** `<lastBuildDate>` in UTC. */
  readonly builtAt: string | null;
  /** In the feed's order. */
  readonly items: readonly FeedItem[];
  readonly skipped: readonly SkippedItem[];
}
