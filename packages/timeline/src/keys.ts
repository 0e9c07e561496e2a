/**
 * Identity keys of what a Case holds, `type:value`. A key of a lower rank is stronger:
 * it decides, and a weaker one only joins what does not contradict it.
 *
 * Of a docket entry:
 *
 * seq   the court's row id of the entry (de_seq_num of CM/ECF; in feed guids and document links)
 * part  the same of the courts of appeals (partId)
 * no    the entry's number on the docket
 * doc   the document's id
 * at    the second it was docketed, for entries with no number in feeds that give no row id
 * text  the day and the words, for rows of a docket report with neither number nor row id
 * day   the day it was docketed, for entries without a link: never an identity, but the place to look for one (`pair.ts`)
 *
 * Of a publication, which is never an entry of the docket that it belongs to:
 * pub   the publisher's own id of it, and nothing else
 */
export const keyTypes = ['seq', 'part', 'no', 'doc', 'at', 'text', 'day', 'pub'] as const;
export type KeyType = (typeof keyTypes)[number];

const ranks: Readonly<Record<KeyType, number>> = { seq: 0, part: 0, no: 1, doc: 2, at: 3, text: 3, day: 4, pub: 0 };

/** Builds a key; use this and not string concatenation, so that the types are checked. */
export function identityKey(type: KeyType, value: string): string {
  return `${type}:${value}`;
}

/** The type of a key. */
export function keyType(key: string): KeyType {
  const type = key.slice(0, key.indexOf(':'));
  if (!(type in ranks))
    throw new TypeError(`unknown identity key type in ${JSON.stringify(key)}; known: ${keyTypes.join(', ')}`);
  return type as KeyType;
}

/** The rank of a key: 0 is the strongest. */
export function keyRank(key: string): number {
  return ranks[keyType(key)];
}

/** Strongest first, then by text: the one order of keys everywhere. */
export function compareKeys(a: string, b: string): number {
  return keyRank(a) - keyRank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
