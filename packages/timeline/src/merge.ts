/** merge: a set of sighted Observations in, Events out. No I/O, no clock, no order. */
import { DateTime } from 'luxon';
import { groupByIdentity, type Group } from './group.js';
import { byRecord, combineFacts, recordStates, type Sighted } from './history.js';
import { canonicalJson } from './identity.js';
import { capturedAtOf } from './sightings.js';
import type { CaseFacts, CaseStatement, DocketEntryFacts, DocketEntryStatement } from './statement.js';
import type { EventContent, EventState, MergedEvent, OccurredAt } from './event.js';

/** Sighted docket entry Observations of one Case. */
export type SightedEntry = Sighted<DocketEntryStatement>;

/**
 * The Events of a set of Observations of one Case. Observations that share no key, directly or
 * through others, do not affect each other, so the set may be a connected component of the Case.
 */
export function mergeDocketEntries(sighted: readonly SightedEntry[]): readonly MergedEvent[] {
  const members = sighted.map((item) => ({ keys: item.observation.keys, wording: item.observation.content, item }));
  return groupByIdentity(members).map((group) => mergeGroup(group));
}

/** The current facts of a Case: the newest statement of each field that knows it. */
export function mergeCase(sighted: readonly Sighted<CaseStatement>[]): CaseFacts {
  return combineFacts(byRecord(sighted).map((record) => recordStates(record, () => false).at(-1)!));
}

function mergeGroup(group: Group<{ readonly keys: readonly string[]; readonly item: SightedEntry }>): MergedEvent {
  const items = group.members.map(({ item }) => item);
  const records = byRecord(items).map((record) => recordStates(record, losesLabels));
  const moments = [...new Set(records.flatMap((states) => states.map(({ since }) => since)))].sort();
  const states: EventState[] = [];
  let last: string | undefined;
  for (const moment of moments) {
    const inForce = records.flatMap((states) => states.filter(({ since }) => since <= moment).slice(-1));
    const content = describe(combineFacts(inForce));
    const text = canonicalJson(content);
    if (text !== last) states.push({ capturedAt: capturedAtOf(moment), content });
    last = text;
  }
  return {
    keys: group.keys,
    possibleDuplicateOf: group.possibleDuplicateOf,
    states,
    evidence: items.map(({ observation }) => observation.id).sort(),
  };
}

/** A feed's window may cut off one of an entry's labels; nothing else of the statement changes then. */
function losesLabels(later: DocketEntryFacts, earlier: DocketEntryFacts): boolean {
  if (later.labels === null || earlier.labels === null || later.labels.length >= earlier.labels.length) return false;
  const known = new Set(earlier.labels);
  return (
    later.labels.every((label) => known.has(label)) &&
    canonicalJson({ ...later, labels: null }) === canonicalJson({ ...earlier, labels: null })
  );
}

function describe(facts: DocketEntryFacts): EventContent {
  return { kind: 'DOCKET_ENTRY', occurredAt: occurredAt(facts), headline: headline(facts), facts };
}

/** The timeline stands on the day of filing where it is known, else on the moment, else the day, of docketing. */
function occurredAt({ filedOn, enteredOn, enteredAt, zone }: DocketEntryFacts): OccurredAt {
  const entered = enteredAt === null ? undefined : DateTime.fromISO(enteredAt, { zone });
  if (entered && (filedOn === null || entered.toISODate() === filedOn)) {
    return { instant: enteredAt!, precision: 'MINUTE', day: entered.toISODate()!, zone };
  }
  const day = filedOn ?? enteredOn ?? null;
  if (day === null) throw new TypeError('a docket entry needs filedOn, enteredOn or enteredAt');
  const start = DateTime.fromISO(day, { zone }).startOf('day');
  return { instant: start.toUTC().toISO()!, precision: 'DAY', day, zone };
}

/** One line for a list: the labels where a feed gave them, else the beginning of the docket text. */
function headline({ labels, text }: DocketEntryFacts): string {
  if (labels !== null && labels.length > 0) return labels.join(' · ');
  const line = (text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:\(Entered: [\d/]+\)|\[Entered: [\d/]+ [\d:]+ [AP]M\]) ?$/, '')
    .trim();
  return line === '' ? 'Docket entry' : line.length > 160 ? `${line.slice(0, 159).trimEnd()}…` : line;
}
