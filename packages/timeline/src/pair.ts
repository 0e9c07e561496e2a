/**
 * Entries without a link: a feed gives their row id and a short label, a docket report their text, and nothing that both
 * print names the entry. What they share is the day; where one label of a day fits one text of it clearly better than any
 * other fits either, the two are one entry. Where that cannot be told, both stay, and say so.
 */
import { compareKeys } from './keys.js';
import { likeness } from './likeness.js';
import type { Keyed, Pool } from './pool.js';

/** A label and a text of one day, and how well they fit. */
interface Pair<T extends Keyed> {
  readonly brief: Pool<T>;
  readonly full: Pool<T>;
  readonly fit: number;
}

/** Below it, what the two share are words that any entry may have (`filed by`). */
const leastFit = 0.5;

/** How much better than the next best a pair must be to be the only one. */
const margin = 0.1;

/** Joins what was told in short to what was told in full, in place; returns the pools that are left. */
export function pairByDay<T extends Keyed>(pools: readonly Pool<T>[]): readonly Pool<T>[] {
  const briefs = pools.filter(({ days, texts }) => days.length > 0 && texts.length === 0);
  const fulls = pools.filter(({ days, texts }) => days.length > 0 && texts.length > 0);
  let open = briefs.flatMap((brief) =>
    fulls
      .filter((full) => brief.days.some((day) => full.keys.has(day)) && !full.contradicts(brief, dayRank))
      .map((full): Pair<T> => ({ brief, full, fit: fitOf(brief, full) })),
  );
  for (;;) {
    // All at once, so that no order of pools enters; each round leaves fewer to choose from.
    const clear = open.filter((pair) => pair.fit >= leastFit && open.every((other) => !rivals(pair, other)));
    if (clear.length === 0) break;
    for (const { brief, full } of clear) {
      if (compareKeys(brief.name, full.name) < 0) brief.absorb(full);
      else full.absorb(brief);
    }
    const taken = new Set(clear.flatMap(({ brief, full }) => [brief, full]));
    open = open.filter(({ brief, full }) => !taken.has(brief) && !taken.has(full));
  }
  // Courts also name entries in words that their texts do not have, so each that is left may be any other.
  for (const { brief, full } of open) full.possible = [...full.possible, brief];
  return pools.filter((pool) => pool.root === pool);
}

/** Weaker than every identity, so that any two that differ contradict. */
const dayRank = 4;

/** Of two that bear the same label; more than any likeness. */
const sameLabel = 2;

/** A full may bear labels, too: those of a court's mail are its feed's. */
const fitOf = <T extends Keyed>(brief: Pool<T>, full: Pool<T>): number =>
  brief.labels.some((label) => full.labels.includes(label))
    ? sameLabel
    : Math.max(0, ...brief.labels.flatMap((label) => full.texts.map((text) => likeness(label, text))));

/** Whether another pair wants one of the two, and fits about as well. */
const rivals = <T extends Keyed>(pair: Pair<T>, other: Pair<T>): boolean =>
  other !== pair && (other.brief === pair.brief || other.full === pair.full) && other.fit > pair.fit - margin;
