/**
 * Entries that nothing names but their day and words, and whose words the court edited: in the very reading of a docket in
 * which one text is no longer listed, another, nearly the same, is listed of the same day. Where that is so of one pair only the
 * two are one entry. Where it cannot be told, both stay, and say so.
 */
import { compareKeys, keyType } from './keys.js';
import { sameDay, type Keyed, type Pool } from './pool.js';
import { seenTogether, type Run } from './sightings.js';

/** That `after` took the place of `before` in one reading. */
interface Replacement<T extends Keyed> {
  readonly before: Pool<T>;
  readonly after: Pool<T>;
  readonly at: string;
  readonly closeness: number;
}

/** How much of two texts must be the same. */
const near = 0.7;
/** How much closer than the next a pair must be to be the only one. */
const margin = 0.1;

/** Joins texts to those that took their place, in place; returns the pools that are left. */
export function joinReplaced<T extends Keyed>(pools: readonly Pool<T>[]): readonly Pool<T>[] {
  const dated = pools.filter(({ days, texts }) => days.length > 0 && texts.length > 0);
  const others = sameDay(dated);
  const found = dated.flatMap((before) =>
    others(before).flatMap((after): readonly Replacement<T>[] => {
      const turns = handOvers(before.runs, after.runs);
      if (turns.length === 0 || !mayBecome(before, after)) return [];
      const closeness = closest(before, after);
      return closeness < near ? [] : turns.map((at) => ({ before, after, at, closeness }));
    }),
  );
  const clear = found.filter((one) => found.every((other) => !rivals(one, other)) && !isOfMany(one, others));
  for (const { after, before } of found.filter((one) => !clear.includes(one)))
    after.possible = [...new Set([...after.possible, before])];
  for (const linked of connected(clear)) {
    const [first, ...rest] = linked;
    const torn = linked.some((a, i) => linked.slice(i + 1).some((b) => a.contradicts(b, textRank)));
    for (const other of rest) {
      if (torn) other.possible = [...new Set([...other.possible, first!])];
      else first!.absorb(other);
    }
  }
  return pools.filter((pool) => pool.root === pool);
}

/** Only what its words name loses its name with them. */
const mayBecome = <T extends Keyed>(before: Pool<T>, after: Pool<T>): boolean =>
  (keyType(before.name) === 'text' || keyType(after.name) === 'text') && !before.contradicts(after, textRank);

/** Different texts are what is asked about; different names of a stronger kind are two entries. */
const textRank = 3;

/** Captures in which the one is no longer listed, for the first time, and the other is, for the first time since. */
function handOvers(before: readonly Run[], after: readonly Run[]): readonly string[] {
  return before.flatMap(({ target, whole, missed: [at] }) =>
    whole && after.some((run) => run.target === target && run.first === at) ? [at!] : [],
  );
}

/** Whether another pair of the same reading wants one of the two, and is about as close. */
const rivals = <T extends Keyed>(one: Replacement<T>, other: Replacement<T>): boolean =>
  other !== one &&
  other.at === one.at &&
  (other.before === one.before || other.after === one.after) &&
  other.closeness > one.closeness - margin;

/** Whether a third text of the day, listed beside one of the two, is nearly the same: then it is their manner, and no edit. */
const isOfMany = <T extends Keyed>(
  { before, after }: Replacement<T>,
  others: (of: Pool<T>) => readonly Pool<T>[],
): boolean =>
  [before, after].some((one) =>
    others(one).some(
      (third) =>
        third !== before && third !== after && seenTogether(one.runs, third.runs) && closest(one, third) >= near,
    ),
  );

const closest = <T extends Keyed>(one: Pool<T>, other: Pool<T>): number =>
  Math.max(...one.texts.flatMap((a) => other.texts.map((b) => closenessOf(a, b))));

/** What is linked, directly or through others; each by name. */
function connected<T extends Keyed>(links: readonly Replacement<T>[]): readonly (readonly Pool<T>[])[] {
  const sets = new Map<Pool<T>, Set<Pool<T>>>();
  for (const { before, after } of links) {
    const joined = new Set([before, after, ...(sets.get(before) ?? []), ...(sets.get(after) ?? [])]);
    for (const pool of joined) sets.set(pool, joined);
  }
  return [...new Set(sets.values())].map((set) => [...set].sort((a, b) => compareKeys(a.name, b.name)));
}

/** How much of their words two texts share, in number: 0 to 1 (Dice). */
function closenessOf(one: string, other: string): number {
  const [a, b] = [words(one), words(other)];
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
