/** Items to entries: a feed prints one item a docketing event, and an entry may carry several events. */
import type { FeedItem } from '@vigil/dockets';
import { identityKey } from '@vigil/timeline';

/** Items that speak of one thing, newest first. Never empty. */
export type Items = readonly [FeedItem, ...FeedItem[]];

/** How the publisher names the case: its own id, else the docket number (courts of appeals); `null` if neither. */
export function caseKeyOf(item: FeedItem): string | null {
  return item.caseId ?? item.docketNumber?.canonical ?? item.printedNumber;
}

/**
 * Identity keys of an item's entry within its case, strongest first; one at least where the item has a time. The moment is a key only of entries that
 * have neither row id nor number (E.D.N.Y.'s unnumbered ones), where it is all that tells them apart.
 */
export function entryKeysOf(item: FeedItem): readonly string[] {
  const keys: string[] = [];
  if (item.sequence !== null) keys.push(identityKey('seq', item.sequence));
  if (item.partId !== null) keys.push(identityKey('part', item.partId));
  const hasRow = keys.length > 0;
  if (item.number !== null) keys.push(identityKey('no', item.number));
  if (item.documentId !== null) keys.push(identityKey('doc', item.documentId));
  if (!hasRow && item.number === null && item.enteredAt !== null) keys.push(identityKey('at', item.enteredAt));
  return keys;
}

/** Newest first; what is of one second by content, so that the order of rows does not matter. */
export function newestFirst(items: readonly FeedItem[]): readonly FeedItem[] {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return items
    .map((item) => ({ item, at: item.enteredAt ?? '', content: JSON.stringify(item) }))
    .sort((a, b) => order(b.at, a.at) || order(a.content, b.content))
    .map(({ item }) => item);
}

/** Groups items by a key; those without one are left out. Keeps the order within groups and of first items. */
export function groupBy(
  items: readonly FeedItem[],
  keyOf: (item: FeedItem) => string | null,
): ReadonlyMap<string, Items> {
  const groups = new Map<string, [FeedItem, ...FeedItem[]]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** What the newest item that knows it says. */
export function known<T>(items: Items, read: (item: FeedItem) => T | null | undefined): T | null {
  for (const item of items) {
    const value = read(item);
    if (value !== null && value !== undefined) return value;
  }
  return null;
}
