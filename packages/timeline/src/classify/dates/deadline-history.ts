import { hashId } from '../../identity.js';
import type { CivilDate } from '../../statement.js';
import { chainsOf, inDocketOrder, type EntryReadings, type Sourced } from './chains.js';
import type { DeadlineReading } from './deadlines.js';

/** What an entry says of deadlines, and whether it may be what was due. */
export interface DeadlineEntry extends EntryReadings<DeadlineReading> {
  /** The day of filing, of the court. */
  readonly on: CivilDate;
  /** What `filedPaper` finds in the text. */
  readonly paper: string | null;
}

/** A deadline of a Case, with all that its entries said of it. */
export interface Deadline {
  /** A hash of the first entry that speaks of it, and of its day then; another one where an older entry turns up. */
  readonly id: string;
  /** `MET`: a paper of that name was filed in time; whether it is enough, the court says. */
  readonly status: 'PENDING' | 'MET' | 'VACATED';
  /** The Event that met it. */
  readonly metBy: string | null;
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

/** What may be due, whatever an entry calls it besides. */
const papers =
  /\b(?:answer|response|respond|reply|opposition|traverse|return|objection|report|opening|brief|memorandum|disclosure|discovery|motion|statement|complaint|appendix|restraining|injunction|stay)/g;
const parties = /\b(?:appell(?:ant|ee)|petitioner|respondent|plaintiff|defendant|government)/g;

const named = (words: RegExp, what: string): readonly string[] => [
  ...new Set(
    what
      .toLowerCase()
      .match(words)
      ?.map((word) => (word === 'respond' ? 'response' : word)),
  ),
];

const paper =
  /\b(?:answer|response|reply|opposition|traverse|return|objections?|(?:status )?report|brief|memorandum|amended complaint)\b/i;
/** Three words at most may stand in front of it (`Petitioner's Second Amended Reply`). */
const fewWords = (ahead: string): boolean => /^[a-z'’ -]*$/i.test(ahead) && ahead.split(' ').length <= 4;
/** Who speaks of such a paper without filing it, and what is called like one. */
const before = /\b(?:order|minutes?|notice|motion|request|deadline|to|for)\b/i;
const behind = /^s?(?:,? and (?:recommendation|order)| (?:of service|due|deadline|returned|is|be)\b|:? due\b)/i;

/** The title of the paper that an entry is, where it is one that a deadline may have asked for; `null` otherwise. */
export function filedPaper(text: string): string | null {
  const title = text.slice(0, 120);
  const found = paper.exec(title);
  if (!found) return null;
  const ahead = title.slice(0, found.index).replace(/^\W{1,3}/, '');
  const rest = title.slice(found.index + found[0].length);
  return !fewWords(ahead) || before.test(ahead) || behind.test(rest) ? null : title;
}

/** The deadlines of a Case, by day, from all its entries. The order in which these are given does not matter. */
export function joinDeadlines(entries: readonly DeadlineEntry[]): readonly Deadline[] {
  const chains = chainsOf(entries, {
    isSameThing: (one, other) =>
      one.what === other.what || named(papers, one.what).some((paper) => named(papers, other.what).includes(paper)),
    movedFrom: ({ action, from }) => (action === 'EXTENDED' ? from : undefined),
    isOpen: ({ action }) => action !== 'VACATED',
  });
  const deadlines = chains.map(deadlineOf).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return withPapers(deadlines, inDocketOrder(entries));
}

// Those without a day come last.
const key = ({ date, time, id }: Deadline): string => `${date ?? '~'} ${time ?? '~'} ${id}`;

function deadlineOf(states: readonly Sourced<DeadlineReading>[]): Deadline {
  const [first, last] = [states[0]!, states.at(-1)!];
  return {
    id: hashId('deadline', first.eventId, first.date ?? '', first.time ?? '', first.what),
    status: last.action === 'VACATED' ? 'VACATED' : 'PENDING',
    metBy: null,
    what: first.what,
    date: last.date,
    time: last.time,
    zone: last.zone,
    isComputed: last.basis.kind === 'COMPUTED',
    states,
  };
}

/** Each paper meets the first deadline that it fits: one that was set before it and that had not passed. */
function withPapers(deadlines: readonly Deadline[], entries: readonly DeadlineEntry[]): readonly Deadline[] {
  const metBy = new Map<Deadline, string>();
  const order = new Map(entries.map(({ eventId }, index) => [eventId, index]));
  entries.forEach(({ eventId, on, paper }, index) => {
    if (paper === null) return;
    const met = deadlines.find(
      (deadline) =>
        !metBy.has(deadline) &&
        deadline.status === 'PENDING' &&
        deadline.date !== null &&
        on <= deadline.date &&
        order.get(deadline.states[0]!.eventId)! < index &&
        isOf(deadline.what, paper),
    );
    if (met) metBy.set(met, eventId);
  });
  return deadlines.map((deadline) => {
    const eventId = metBy.get(deadline);
    return eventId === undefined ? deadline : { ...deadline, status: 'MET', metBy: eventId };
  });
}

/** Whether a paper bears the name of what is due, and is of no other party. */
function isOf(what: string, paper: string): boolean {
  const [due, done] = [named(papers, what), named(papers, paper)];
  const [owner, filer] = [named(parties, what), named(parties, paper)];
  const isSameParty = owner.length === 0 || filer.length === 0 || owner.some((party) => filer.includes(party));
  return due.length > 0 && due[0] === done[0] && isSameParty;
}
