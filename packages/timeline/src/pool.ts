import { compareKeys, keyRank, keyType, type KeyType } from './keys.js';
import { capturedAtOf, seenTogether, type Run } from './sightings.js';
import type { Instant } from './statement.js';

/** What a statement says of its entry in words. */
export interface Wording {
  readonly labels: readonly string[] | null;
  readonly text: string | null;
  /** When the entry was docketed. */
  readonly enteredAt: Instant | null;
}

/** Anything with identity keys. */
export interface Keyed {
  readonly keys: readonly string[];
  readonly wording?: Wording;
  /** When it was seen; what one Capture of a Target lists twice is two things. */
  readonly runs: readonly Run[];
}

/** From this rank on keys are times and words, which two things may share. */
const wordsRank = 3;

/** Statements that are of one entry, as far as is known while groups are made. */
export class Pool<T extends Keyed> {
  readonly members: T[];
  readonly keys: Set<string>;
  /** Those that this may be a duplicate of. */
  possible: readonly Pool<T>[] = [];
  #into: Pool<T> | null = null;

  constructor(
    readonly name: string,
    members: readonly T[],
  ) {
    this.members = [...members];
    this.keys = new Set(members.flatMap((member) => member.keys));
  }

  /** The one that it is part of by now. */
  get root(): Pool<T> {
    return this.#into?.root ?? this;
  }

  absorb(other: Pool<T>): void {
    this.members.push(...other.members);
    for (const key of other.keys) this.keys.add(key);
    this.possible = [...this.possible, ...other.possible];
    other.#into = this;
  }

  /** Its keys but for days, strongest first. */
  get identities(): readonly string[] {
    return [...this.keys].filter((key) => keyType(key) !== 'day').sort(compareKeys);
  }

  get days(): readonly string[] {
    return this.valuesOf('day');
  }

  /** How its members name the entry in short. */
  get labels(): readonly string[] {
    return this.members.flatMap(({ wording }) => wording?.labels ?? []);
  }

  /** What its members say in full. */
  get texts(): readonly string[] {
    return this.members.flatMap(({ wording }) => (wording?.text ? [wording.text] : []));
  }

  get runs(): readonly Run[] {
    return this.members.flatMap(({ runs }) => runs);
  }

  /** When its members say that the entry was docketed; epoch milliseconds, as `seenAt`. */
  get enteredAt(): readonly number[] {
    return this.members.flatMap(({ wording }) => (wording?.enteredAt ? [Date.parse(wording.enteredAt)] : []));
  }

  /** When its members began to be seen. */
  get seenAt(): readonly number[] {
    return this.runs.map(({ first }) => Date.parse(capturedAtOf(first)));
  }

  valuesOf(type: KeyType): readonly string[] {
    return [...this.keys].filter((key) => keyType(key) === type);
  }

  /**
   * True where the two hold different values of a kind that is stronger than `rank`; and where one Capture lists both,
   * unless what they share is the publisher's own name of the thing.
   */
  contradicts(other: Pool<T>, rank: number): boolean {
    if (rank >= wordsRank && seenTogether(this.runs, other.runs)) return true;
    for (const key of this.keys) {
      if (keyRank(key) >= rank || other.keys.has(key)) continue;
      if (other.valuesOf(keyType(key)).length > 0) return true;
    }
    return false;
  }
}

/** For each pool the others of its days; a look-up, since a docket has many days. */
export function sameDay<T extends Keyed>(pools: readonly Pool<T>[]): (of: Pool<T>) => readonly Pool<T>[] {
  const byDay = new Map<string, Pool<T>[]>();
  for (const pool of pools)
    for (const day of pool.days) {
      const known = byDay.get(day);
      if (known) known.push(pool);
      else byDay.set(day, [pool]);
    }
  return (of) => [...new Set(of.days.flatMap((day) => byDay.get(day) ?? []))].filter((other) => other !== of);
}
