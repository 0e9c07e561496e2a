/**
 * Entries without a link: a feed gives their row id and a short label, a docket report their text, and nothing that both
 * print names the entry. What they share is the day; where one label of a day fits one text of it clearly better than any
 * other fits either, the two are one entry. Where that cannot be told, both stay, and say so.
 */
import { compareKeys, keyRank } from './keys.js';
import { beginAlike, likeness } from './likeness.js';
import { sameDay, type Keyed, type Pool } from './pool.js';

/** A label and a text of one day, and how well they fit. */
interface Pair<T extends Keyed> {
  readonly brief: Pool<T>;
  readonly full: Pool<T>;
  readonly fit: number;
}

/** Below it, what the two share are words that any entry may have (`filed by`). */
const leastFit = 0.3;

/** How much better than the next best a pair must be to be the only one. */
const margin = 0.1;

/** Joins what was told in short to what was told in full, in place; returns the pools that are left. */
export function pairByDay<T extends Keyed>(pools: readonly Pool<T>[]): readonly Pool<T>[] {
  const dated = pools.filter(({ days }) => days.length > 0);
  const briefs = dated.filter((pool) => hasRow(pool) || pool.texts.length === 0);
  const fulls = dated.filter((pool) => !hasRow(pool) && pool.texts.length > 0);
  const fullsOf = sameDay(fulls);
  let open = briefs.flatMap((brief) =>
    fullsOf(brief)
      .filter((full) => !full.contradicts(brief, dayRank) && !areApart(brief, full))
      .map((full): Pair<T> => ({ brief, full, fit: fitOf(brief, full) })),
  );
  for (;;) {
    // All at once, so that no order of pools enters; each round leaves fewer to choose from.
    const best = bestFits(open);
    const clear = open.filter((pair) => pair.fit >= leastFit && open.every((other) => !rivals(pair, other, best)));
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

/** Whether the court's row id of it is known: a docket report prints none of an entry without a link. */
const hasRow = <T extends Keyed>({ name }: Pool<T>): boolean => keyRank(name) === 0;

/** Weaker than every identity, so that any two that differ contradict. */
const dayRank = 4;

/** Notices tell the minute, feeds the second, and clocks differ. Milliseconds. */
const sameTime = 120_000;

/** Whether the two were docketed at different times, or one was seen before the other was docketed. */
const areApart = <T extends Keyed>(one: Pool<T>, other: Pool<T>): boolean =>
  one.enteredAt.some((at) => other.enteredAt.some((otherAt) => Math.abs(at - otherAt) > sameTime)) ||
  wasSeenBefore(one, other) ||
  wasSeenBefore(other, one);

const wasSeenBefore = <T extends Keyed>(seen: Pool<T>, docketed: Pool<T>): boolean =>
  docketed.enteredAt.some((at) => seen.seenAt.some((seenAt) => seenAt < at - sameTime));

/** Of two whose texts begin alike, and of two that bear the same label: more than any likeness. */
const sameText = 3;
const sameLabel = 2;

/** A full may bear labels, too: those of a court's mail are its feed's. A brief that bears a text is known by it alone. */
function fitOf<T extends Keyed>(brief: Pool<T>, full: Pool<T>): number {
  if (brief.texts.length > 0) return brief.texts.some((a) => full.texts.some((b) => beginAlike(a, b))) ? sameText : 0;
  if (brief.labels.some((label) => full.labels.includes(label))) return sameLabel;
  return Math.max(0, ...brief.labels.flatMap((label) => full.texts.map((text) => likeness(label, text))));
}

/** How well the pair that fits it best fits each. */
function bestFits<T extends Keyed>(open: readonly Pair<T>[]): ReadonlyMap<Pool<T>, number> {
  const best = new Map<Pool<T>, number>();
  for (const { brief, full, fit } of open)
    for (const one of [brief, full]) best.set(one, Math.max(fit, best.get(one) ?? 0));
  return best;
}

/**
 * Whether another pair wants one of the two, and fits about as well; or well enough, if its other half has nothing better: then
 * what is that half's own may not have been seen, and a better fit proves nothing.
 */
function rivals<T extends Keyed>(pair: Pair<T>, other: Pair<T>, best: ReadonlyMap<Pool<T>, number>): boolean {
  if (other === pair || (other.brief !== pair.brief && other.full !== pair.full)) return false;
  if (other.fit > pair.fit - margin) return true;
  const half = other.brief === pair.brief ? other.full : other.brief;
  return other.fit >= leastFit && best.get(half)! <= other.fit + margin;
}
