import { courtById, readCmecfFeed, zoneOf, type Court, type FeedItem } from '@vigil/dockets';
import { DateTime } from 'luxon';
import { caseStatement, type CapturedPage, type ParseContext } from '@vigil/source-kit';
import {
  compareKeys,
  identityKey,
  type CaseFacts,
  type CaseRef,
  type DocketEntryStatement,
  type Statement,
} from '@vigil/timeline';
import { caseKeyOf, entryKeysOf, groupBy, known, newestFirst, type Items } from './entries.js';
import type { FeedParams } from './params.js';

/**
 * Reads a court's feed: one statement a case and one an entry. Throws NOT_A_FEED, FEED_BROKEN. A channel without an item proves by its build date that there is none.
 */
export function* parseFeed(page: CapturedPage, context: ParseContext<FeedParams>): Iterable<Statement> {
  const court = courtById(context.params.court);
  const feed = readCmecfFeed(page.body, { court: court.id, contentType: page.headers['content-type'] });
  if (feed.builtAt !== null) context.builtAt(feed.builtAt);
  for (const { reason, where } of feed.skipped) context.skip(reason, where);
  const identified: FeedItem[] = [];
  for (const item of feed.items) {
    const at = item.enteredAt;
    if (at === null) context.skip('its time cannot be read', 'an item without a time');
    else if (caseKeyOf(item) === null) context.skip('nothing tells its case', `an item of ${at}`);
    else identified.push(item);
  }
  if (feed.items.length + feed.skipped.length === 0 && feed.builtAt !== null) context.provesEmpty();
  if (feed.entryTypes !== null) context.scope(feed.entryTypes);
  for (const [caseKey, ofCase] of groupBy(newestFirst(identified), caseKeyOf)) {
    const ref = caseRef(court, ofCase);
    yield caseStatement(ref, factsOf(ofCase), caseKey);
    for (const [key, ofEntry] of groupBy(ofCase, (item) => entryKeysOf(item)[0]!)) {
      yield entryStatement(`entry:${caseKey}:${key}`, ref, ofEntry, court);
    }
  }
}

function caseRef(court: Court, items: Items): CaseRef {
  return {
    court: court.id,
    caseId: items[0].caseId,
    docketNumber: known(items, (item) => item.docketNumber?.canonical ?? item.printedNumber),
  };
}

const factsOf = (items: Items): CaseFacts => ({
  caption: known(items, (item) => item.caption),
  printedNumber: known(items, (item) => item.printedNumber),
  caseType: known(items, (item) => item.bankruptcy?.type),
  office: known(items, (item) => item.bankruptcy?.office),
  chapter: known(items, (item) => item.bankruptcy?.chapter),
  trustee: known(items, (item) => item.bankruptcy?.trustee),
});

function entryStatement(recordKey: string, ref: CaseRef, items: Items, court: Court): DocketEntryStatement {
  const labels = [...new Set(items.flatMap((item) => item.labels))].sort();
  const office = known(items, (item) => item.bankruptcy?.office ?? item.docketNumber?.office);
  const zone = zoneOf(court, office);
  const enteredAt = items.at(-1)!.enteredAt;
  const number = known(items, (item) => item.number);
  const documentId = known(items, (item) => item.documentId);
  // Without a link nothing of an item but its day is on the docket report, too.
  const day = number === null && documentId === null ? dayIn(zone, enteredAt!) : null;
  return {
    kind: 'docket_entry',
    case: ref,
    recordKey,
    keys: [...new Set([...items.flatMap(entryKeysOf), ...(day === null ? [] : [identityKey('day', day)])])].sort(
      compareKeys,
    ),
    content: {
      number,
      documentId,
      documentUrl: known(items, (item) => item.documentUrl),
      labels: labels.length === 0 ? null : labels,
      text: null,
      filedOn: null,
      enteredAt,
      zone,
    },
  };
}

const dayIn = (zone: string, instant: string): string => DateTime.fromISO(instant, { zone }).toISODate()!;
