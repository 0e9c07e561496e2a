import { hashId } from '../../identity.js';
import type { CivilDate } from '../../statement.js';
import { chainsOf, type EntryReadings, type Sourced } from './chains.js';
import type { DeadlineReading } from './deadlines.js';

/** A deadline of a Case, with all that its entries said of it. */
export interface Deadline {
  /** A hash of the first entry that speaks of it, and of its day then; another one where an older entry turns up. */
  readonly id: string;
  readonly status: 'PENDING' | 'VACATED';
  /** What is due, as the first entry printed it. */
  readonly what: string;
  /** `null` where it runs from a day that no entry tells. */
  readonly date: CivilDate | null;
  /** `HH:mm`; `null` where it ends with the day. */
  readonly time: string | null;
  readonly zone: string;
  /** Whether its day was computed from a period and not stated. */
  readonly isComputed: boolean;
  /** What each entry said, oldest first; `eventId` is where it stands. */
  readonly states: readonly Sourced<DeadlineReading>[];
}

/** The deadlines of a Case, by day, from what all its entries say. The order in which these are given does not matter. */
export function joinDeadlines(entries: readonly EntryReadings<DeadlineReading>[]): readonly Deadline[] {
  const chains = chainsOf(entries, {
    isSameThing: (one, other) =>
      one.what === other.what || papersIn(one.what).some((paper) => papersIn(other.what).includes(paper)),
    movedFrom: ({ action, from }) => (action === 'EXTENDED' ? from : undefined),
    isOpen: ({ action }) => action !== 'VACATED',
  });
  return chains.map(deadlineOf).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

// Those without a day come last.
const key = ({ date, time, id }: Deadline): string => `${date ?? '~'} ${time ?? '~'} ${id}`;

/** What is filed, whatever an entry calls it besides. */
const papers =
  /\b(?:answer|response|reply|opposition|traverse|return|objection|report|brief|memorandum|disclosure|discovery|motion|statement|complaint|restraining|injunction|stay)/g;

const papersIn = (what: string): readonly string[] => what.toLowerCase().match(papers) ?? [];

function deadlineOf(states: readonly Sourced<DeadlineReading>[]): Deadline {
  const [first, last] = [states[0]!, states.at(-1)!];
  return {
    id: hashId('deadline', first.eventId, first.date ?? '', first.time ?? '', first.what),
    status: last.action === 'VACATED' ? 'VACATED' : 'PENDING',
    what: first.what,
    date: last.date,
    time: last.time,
    zone: last.zone,
    isComputed: last.basis.kind === 'COMPUTED',
    states,
  };
}
