import type { FeedItem, FeedRecord } from '../cmecf-feed/feed-record.js';
import { sequenceOf } from '../identifiers/document-url.js';
import { offsetTime } from '../time/offset-time.js';
import { harmonizeCaseName } from './case-name.js';
import { juriscraperDocketNumber, type JuriscraperDocketNumber } from './docket-number.js';

/** A docket entry of a feed, under juriscraper's names. */
export interface JuriscraperFeedEntry {
  /** With the offset that the feed printed. */
  readonly date_filed: string | null;
  readonly description: '';
  readonly document_number: string | null;
  readonly pacer_doc_id: string;
  readonly pacer_seq_no: string | null;
  readonly short_description: string;
}

/** One docket with one entry, as juriscraper makes of an item. What a feed never says is empty or null. */
export interface JuriscraperFeedDocket extends JuriscraperDocketNumber {
  readonly court_id: string;
  readonly case_name: string;
  readonly pacer_case_id: string | null;
  readonly type: string;
  readonly office: string;
  readonly chapter: string;
  readonly trustee_str: string;
  readonly assigned_to_str: '';
  readonly referred_to_str: '';
  readonly cause: '';
  readonly demand: '';
  readonly jurisdiction: '';
  readonly jury_demand: '';
  readonly nature_of_suit: '';
  readonly date_filed: null;
  readonly date_terminated: null;
  readonly date_converted: null;
  readonly date_discharged: null;
  readonly parties: null;
  readonly docket_entries: readonly [JuriscraperFeedEntry];
}

/**
 * A feed under the names and in the shapes of juriscraper, for people who come from there. It loses what that
 * loses: items without a plain docket number; the row id of unlinked items; items of one case, second and
 * document become one. `courtId` is the id that the caller knows the court by, where that is an alias.
 */
export function toJuriscraperFeed(feed: FeedRecord, courtId = feed.court): readonly JuriscraperFeedDocket[] {
  const dockets = new Map<string, { readonly docket: JuriscraperFeedDocket; readonly labels: string[] }>();
  for (const item of feed.items) {
    const docket = docketOf(item, courtId);
    if (!docket) continue;
    const [entry] = docket.docket_entries;
    const key = JSON.stringify([docket.docket_number, docket.pacer_case_id, entry.date_filed, entry.pacer_doc_id]);
    const earlier = dockets.get(key);
    if (earlier) earlier.labels.push(entry.short_description);
    else dockets.set(key, { docket, labels: [entry.short_description] });
  }
  return [...dockets.values()].map(({ docket, labels }) => ({
    ...docket,
    docket_entries: [{ ...docket.docket_entries[0], short_description: labels.sort().join(' AND ') }],
  }));
}

function docketOf(item: FeedItem, court: string): JuriscraperFeedDocket | null {
  const number = juriscraperDocketNumber(item.printedNumber, item.partId === null ? item.docketNumber : null);
  if (number === null) return null;
  return {
    court_id: court,
    ...number,
    case_name: item.caption === null ? 'Unknown Case Title' : harmonizeCaseName(item.caption),
    pacer_case_id: item.caseId,
    type: item.bankruptcy?.type ?? '',
    office: item.bankruptcy?.office ?? '',
    chapter: item.bankruptcy?.chapter ?? '',
    trustee_str: item.bankruptcy?.trustee ?? '',
    assigned_to_str: '',
    referred_to_str: '',
    cause: '',
    demand: '',
    jurisdiction: '',
    jury_demand: '',
    nature_of_suit: '',
    date_filed: null,
    date_terminated: null,
    date_converted: null,
    date_discharged: null,
    parties: null,
    docket_entries: [entryOf(item)],
  };
}

function entryOf(item: FeedItem): JuriscraperFeedEntry {
  const documentNumber = item.number !== null && /^\d+$/.test(item.number) ? item.number : null;
  return {
    date_filed: withOffset(item),
    description: '',
    document_number: documentNumber ?? (item.partId === null ? null : item.documentId),
    pacer_doc_id: item.documentId ?? '',
    pacer_seq_no: item.documentUrl === null ? null : sequenceOf(item.documentUrl),
    short_description: item.labels[0] ?? '',
  };
}

/** The moment as the feed printed it: local time and offset. */
function withOffset({ enteredAt, enteredOffset }: FeedItem): string | null {
  return enteredAt === null || enteredOffset === null ? null : offsetTime(enteredAt, enteredOffset);
}
