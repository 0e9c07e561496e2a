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
      .filter((full) => !full.contradicts(brief, dayRank))
      .map((full): Pair<T> => ({ brief, full, fit: fitOf(brief, full) })),
  );
  for (;;) {
    // All at once, so that no order of pools enters; each round leaves fewer to choose from.
    const clear = open.filter((pair) => pair.fit > 0 && open.every((other) => !rivals(pair, other)));
    if (clear.length === 0) break;
    for (const { brief, full } of clear) {
      if (compareKeys(brief.name, full.name) < 0) brief.absorb(full);
      else full.absorb(brief);
    }
    const taken = new Set(clear.flatMap(({ brief, full }) => [brief, full]));
    open = open.filter(({ brief, full }) => !taken.has(brief) && !taken.has(full));
  }
  for (const full of new Set(open.map((pair) => pair.full))) full.possible = likely(full, open);
  return pools.filter((pool) => pool.root === pool);
}

/** Whether the court's row id of it is known: a docket report prints none of an entry without a link. */
const hasRow = <T extends Keyed>({ name }: Pool<T>): boolean => keyRank(name) === 0;

/** Weaker than every identity, so that any two that differ contradict. */
const dayRank = 4;

/** Of two whose texts begin alike, and of two that bear the same label: more than any likeness. */
const sameText = 3;
const sameLabel = 2;

/** A full may bear labels, too: those of a court's mail are its feed's. A brief that bears a text is known by it alone. */
function fitOf<T extends Keyed>(brief: Pool<T>, full: Pool<T>): number {
  if (brief.texts.length > 0) return brief.texts.some((a) => full.texts.some((b) => beginAlike(a, b))) ? sameText : 0;
  if (brief.labels.some((label) => full.labels.includes(label))) return sameLabel;
  return Math.max(0, ...brief.labels.flatMap((label) => full.texts.map((text) => likeness(label, text))));
}

/** Whether another pair wants one of the two, and fits about as well. */
const rivals = <T extends Keyed>(pair: Pair<T>, other: Pair<T>): boolean =>
  other !== pair && (other.brief === pair.brief || other.full === pair.full) && other.fit > pair.fit - margin;

/** The briefs that a full may be: those that fit at all; the only one of its day even where no word is shared. */
function likely<T extends Keyed>(full: Pool<T>, open: readonly Pair<T>[]): readonly Pool<T>[] {
  const own = open.filter((pair) => pair.full === full);
  const alone = own.length === 1 && open.filter(({ brief }) => brief === own[0]!.brief).length === 1;
  const fitting = own.filter(({ fit }) => fit > 0 || alone).map(({ brief }) => brief);
  return [...new Set([...full.possible, ...fitting])];
}
