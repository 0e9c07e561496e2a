import type { CivilDate } from '../../statement.js';

/** What one entry says, with where it stands among the entries of its Case. */
export interface EntryReadings<Reading> {
  /** Id of the Event. */
  readonly eventId: string;
  /** Sorts as the docket does: the day of the entry (`YYYY-MM-DD`) and what orders entries of one day. */
  readonly position: string;
  readonly readings: readonly Reading[];
}

/** A reading, and the Event that it is of. */
export type Sourced<Reading> = Reading & { readonly eventId: string };

interface Readable {
  readonly action: string;
  readonly date: CivilDate | null;
  readonly time: string | null;
}

/** How readings of several entries find together. */
export interface ChainRules<Reading> {
  /** Whether two names may be of one thing. */
  readonly isSameThing: (one: Reading, other: Reading) => boolean;
  /** `undefined` where a reading moves nothing; `null` where it does not tell from which day. */
  readonly movedFrom: (reading: Reading) => CivilDate | null | undefined;
  /** Whether what was last read leaves it open to be moved. */
  readonly isOpen: (reading: Reading) => boolean;
}

/**
 * Joins what the entries of a Case say of the same hearing, or the same deadline: one chain of states each, oldest first.
 * A function of the set of entries; the order in which they are given does not matter.
 */
export function chainsOf<Reading extends Readable>(
  entries: readonly EntryReadings<Reading>[],
  rules: ChainRules<Reading>,
): readonly (readonly Sourced<Reading>[])[] {
  const chains: Sourced<Reading>[][] = [];
  for (const { eventId, readings } of inDocketOrder(entries)) {
    for (const reading of readings) {
      const state = { ...reading, eventId };
      const chain = chainFor(chains, reading, rules);
      if (chain) chain.push(state);
      else chains.push([state]);
    }
  }
  return chains;
}

/** Each entry once, by its place on the docket. */
export function inDocketOrder<Entry extends { readonly eventId: string; readonly position: string }>(
  entries: readonly Entry[],
): readonly Entry[] {
  const byId = new Map(entries.map((entry) => [entry.eventId, entry]));
  const key = ({ position, eventId }: Entry): string => `${position}\u001f${eventId}`;
  return [...byId.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function chainFor<Reading extends Readable>(
  chains: readonly Sourced<Reading>[][],
  reading: Reading,
  { isSameThing, movedFrom, isOpen }: ChainRules<Reading>,
): Sourced<Reading>[] | undefined {
  const alike = chains.filter((chain) => isSameThing(chain.at(-1)!, reading));
  const on = (date: CivilDate): Sourced<Reading>[] | undefined => {
    const sameDay = alike.filter((chain) => chain.at(-1)!.date === date);
    return sameDay.find((chain) => chain.at(-1)!.time === reading.time) ?? sameDay[0];
  };
  const from = movedFrom(reading);
  const said = reading.date === null ? undefined : on(reading.date);
  if (from === undefined || said) return said;
  if (from !== null) return on(from);
  // `reset for …`, which does not say from when: the one that there is.
  const open = alike.filter((chain) => isOpen(chain.at(-1)!));
  return open.length === 1 ? open[0] : undefined;
}
