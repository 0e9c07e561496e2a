/**
 * Which statements speak of the same docket entry, or publication. Strong keys decide; a weaker key joins a
 * statement to a stronger group only where exactly one group fits, so that a wrong merge is never
 * the price of a tidy list. The result is a function of the set: no order of arrival enters.
 */
import { compareKeys, keyRank } from './keys.js';
import { pairByDay } from './pair.js';
import { Pool, type Keyed } from './pool.js';
import { joinReplaced } from './replace.js';

/** Statements of one Event. */
export interface Group<T extends Keyed> {
  readonly members: readonly T[];
  /** Keys that only this group holds, strongest first. The first names it. */
  readonly keys: readonly string[];
  /** Names (strongest keys) of groups that this one may be a duplicate of; the evidence cannot tell. */
  readonly possibleDuplicateOf: readonly string[];
}

/** Groups the members of one connected component (or of a whole Case: the result is the same). */
export function groupByIdentity<T extends Keyed>(members: readonly T[]): readonly Group<T>[] {
  const units = new Map<string, T[]>();
  for (const member of members) {
    const name = [...member.keys].sort(compareKeys)[0];
    if (name === undefined) throw new TypeError('a statement without identity keys cannot be grouped');
    const unit = units.get(name);
    if (unit) unit.push(member);
    else units.set(name, [member]);
  }
  const waiting = [...units].map(([name, of]) => new Pool(name, of)).sort((a, b) => compareKeys(a.name, b.name));
  const pools: Pool<T>[] = [];
  while (waiting.length > 0) {
    const rank = keyRank(waiting[0]!.name);
    const peers = waiting.splice(0, waiting.filter((unit) => keyRank(unit.name) === rank).length);
    settle(peers, pools);
  }
  return finish(pairByDay(joinReplaced(pools)));
}

/** Joins units of one rank to the pools of stronger ranks; what does not join becomes a pool. */
function settle<T extends Keyed>(peers: readonly Pool<T>[], pools: Pool<T>[]): void {
  const wishes = peers.map((unit) => ({ unit, fits: findFits(unit, pools) }));
  const joins = new Map<Pool<T>, Pool<T>[]>();
  for (const { unit, fits } of wishes) {
    if (fits.length === 1) joins.set(fits[0]!, [...(joins.get(fits[0]!) ?? []), unit]);
  }
  for (const { unit, fits } of wishes) {
    // Peers have different names of one kind, so two that wish for the same pool contradict each other.
    const alone = fits.length === 1 && joins.get(fits[0]!)!.length === 1;
    if (alone) continue;
    unit.possible = fits;
  }
  for (const [pool, units] of joins) if (units.length === 1) pool.absorb(units[0]!);
  pools.push(
    ...wishes.filter(({ unit, fits }) => unit.possible.length > 0 || fits.length === 0).map(({ unit }) => unit),
  );
}

/** The pools that the unit's strongest shared key points to; several where the evidence cannot tell. */
function findFits<T extends Keyed>(unit: Pool<T>, pools: readonly Pool<T>[]): readonly Pool<T>[] {
  for (const key of unit.identities) {
    const fits = pools.filter((pool) => pool.keys.has(key) && !pool.contradicts(unit, keyRank(key)));
    if (fits.length > 0) return fits;
  }
  return [];
}

function finish<T extends Keyed>(pools: readonly Pool<T>[]): readonly Group<T>[] {
  const holders = new Map<string, number>();
  for (const pool of pools) for (const key of pool.keys) holders.set(key, (holders.get(key) ?? 0) + 1);
  return pools
    .map((pool) => ({
      members: pool.members,
      keys: pool.identities.filter((key) => key === pool.name || holders.get(key) === 1),
      possibleDuplicateOf: [...new Set(pool.possible.map(({ root }) => root))]
        .filter((other) => other !== pool)
        .map(({ name }) => name)
        .sort(compareKeys),
    }))
    .sort((a, b) => compareKeys(a.keys[0]!, b.keys[0]!));
}
