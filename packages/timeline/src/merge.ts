/** merge: a set of sighted Observations in, Events out. No I/O, no clock, no order. */
import { describe } from './describe.js';
import { groupByIdentity, type Group } from './group.js';
import { byRecord, combineFacts, recordStates, type Sighted } from './history.js';
import { canonicalJson } from './identity.js';
import type { Keyed } from './pool.js';
import { capturedAtOf, goneAt } from './sightings.js';
import type { CaseFacts, CaseStatement, EventStatement } from './statement.js';
import type { EventContent, EventState, MergedEvent } from './event.js';

/** A sighted Observation that becomes an Event of its Case. */
export type SightedEvent = Sighted<EventStatement>;

/**
 * The Events of a set of Observations of one Case. Observations that share no key, directly or
 * through others, do not affect each other, so the set may be a connected component of the Case.
 */
export function mergeEvents(sighted: readonly SightedEvent[]): readonly MergedEvent[] {
  const members = sighted.map((item) => ({ keys: item.observation.keys, runs: item.runs, ...wordingOf(item), item }));
  return groupByIdentity(members).map((group) => mergeGroup(group));
}

/** What pairs entries without a link; a publication is known by its id alone. */
const wordingOf = ({ observation: { kind, content } }: SightedEvent): Pick<Keyed, 'wording'> =>
  kind === 'docket_entry' ? { wording: content } : {};

/** The current facts of a Case: the newest statement of each field that knows it. */
export function mergeCase(sighted: readonly Sighted<CaseStatement>[]): CaseFacts {
  return combineFacts(byRecord(sighted).map((record) => recordStates(record, () => false).at(-1)!));
}

function mergeGroup(group: Group<Keyed & { readonly item: SightedEvent }>): MergedEvent {
  const items = group.members.map(({ item }) => item);
  const records = byRecord(items).map((record) => recordStates(record, losesLabels));
  const begun = records.flatMap((states) => states.map(({ since }) => since));
  const { turns, isGone } = absences(items);
  const moments = [...new Set([...begun, ...turns])].sort();
  const states: EventState[] = [];
  let last: string | undefined;
  for (const moment of moments) {
    const inForce = records.flatMap((states) => states.filter(({ since }) => since <= moment).slice(-1));
    const said = { ...inForce[0]!.observation, content: combineFacts(inForce) } as EventStatement;
    const removed = isGone(moment);
    const text = canonicalJson([said.content, removed]);
    const capturedAt = capturedAtOf(moment);
    if (text !== last) states.push({ capturedAt, content: withRemoval(describe(said, capturedAt), removed) });
    last = text;
  }
  return {
    keys: group.keys,
    possibleDuplicateOf: group.possibleDuplicateOf,
    states,
    evidence: items.map(({ observation }) => observation.id).sort(),
  };
}

/** When dockets that list everything had left an entry out or had it again, and which was the last word at a moment. */
function absences(items: readonly SightedEvent[]): {
  readonly turns: readonly string[];
  readonly isGone: (moment: string) => boolean;
} {
  // What a publisher's list of publications leaves out has not ceased to be published.
  const runs = items.flatMap((item) => (item.observation.kind === 'docket_entry' ? item.runs : []));
  const gone = goneAt(runs);
  const latest = (keys: readonly string[], moment: string): string =>
    keys.reduce((found, key) => (key <= moment && key > found ? key : found), '');
  const begun = runs.map(({ first }) => first);
  return {
    turns: gone.length === 0 ? [] : [...gone, ...begun],
    isGone: (moment) => latest(gone, moment) > latest(begun, moment),
  };
}

const withRemoval = (content: EventContent, removed: boolean): EventContent =>
  removed && content.kind === 'DOCKET_ENTRY' ? { ...content, removed } : content;

/** A feed's window may cut off one of an entry's labels; nothing else of the statement changes then. */
function losesLabels(later: EventStatement['content'], earlier: EventStatement['content']): boolean {
  if (!('labels' in later && 'labels' in earlier)) return false;
  if (later.labels === null || earlier.labels === null || later.labels.length >= earlier.labels.length) return false;
  const known = new Set(earlier.labels);
  return (
    later.labels.every((label) => known.has(label)) &&
    canonicalJson({ ...later, labels: null }) === canonicalJson({ ...earlier, labels: null })
  );
}
