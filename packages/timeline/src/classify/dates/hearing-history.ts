import { hashId } from '../../identity.js';
import type { CivilDate } from '../../statement.js';
import { chainsOf, type EntryReadings, type Sourced } from './chains.js';
import type { HearingReading } from './hearings.js';
import { isSameKind } from './surroundings.js';

/** A hearing of a Case, with all that its entries said of it. Times are in `zone`. */
export interface Hearing {
  /** A hash of the first entry that speaks of it, and of its day then; another one where an older entry turns up. */
  readonly id: string;
  /** `VACATED`: and not set again so far. */
  readonly status: 'SCHEDULED' | 'VACATED' | 'HELD';
  readonly kind: string;
  readonly date: CivilDate;
  /** `HH:mm`; `null` where only the day is known. */
  readonly time: string | null;
  readonly zone: string;
  readonly judge: string | null;
  readonly place: string | null;
  /** What each entry said, oldest first; `eventId` is where it stands. */
  readonly states: readonly Sourced<HearingReading>[];
}

/** The hearings of a Case, by day and time, from what all its entries say. The order in which these are given does not matter. */
export function joinHearings(entries: readonly EntryReadings<HearingReading>[]): readonly Hearing[] {
  const chains = chainsOf(entries, {
    isSameThing: (one, other) => isSameKind(one.kind, other.kind),
    movedFrom: ({ action, from }) => (action === 'RESET' ? (from?.date ?? null) : undefined),
    isOpen: ({ action }) => action !== 'HELD',
  });
  return chains
    .map(hearingOf)
    .sort((a, b) => compare(a.date, b.date) || compare(a.time ?? '', b.time ?? '') || compare(a.id, b.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function hearingOf(states: readonly Sourced<HearingReading>[]): Hearing {
  const [first, last] = [states[0]!, states.at(-1)!];
  const sameDay = states.filter(({ date }) => date === last.date);
  const latest = <Value>(of: (state: HearingReading) => Value | null): Value | null =>
    sameDay.map(of).findLast((value) => value !== null) ?? null;
  return {
    id: hashId('hearing', first.eventId, first.date, first.time ?? '', first.kind),
    status: last.action === 'HELD' || last.action === 'VACATED' ? last.action : 'SCHEDULED',
    kind: states.find(({ kind }) => kind !== 'hearing')?.kind ?? 'hearing',
    date: last.date,
    time: latest(({ time }) => time),
    zone: last.zone,
    judge: latest(({ judge }) => judge),
    place: latest(({ place }) => place),
    states,
  };
}
