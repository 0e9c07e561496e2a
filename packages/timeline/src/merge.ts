/** merge: a set of sighted Observations in, Events out. No I/O, no clock, no order. */
import { describe } from './describe.js';
import { groupByIdentity, type Group } from './group.js';
import { byRecord, combineFacts, recordStates, type Sighted } from './history.js';
import { canonicalJson } from './identity.js';
import type { Keyed } from './pool.js';
import { capturedAtOf } from './sightings.js';
import type { CaseFacts, CaseStatement, EventStatement } from './statement.js';
import type { EventState, MergedEvent } from './event.js';

/** A sighted Observation that becomes an Event of its Case. */
export type SightedEvent = Sighted<EventStatement>;

/**
 * The Events of a set of Observations of one Case. Observations that share no key, directly or
 * through others, do not affect each other, so the set may be a connected component of the Case.
 */
export function mergeEvents(sighted: readonly SightedEvent[]): readonly MergedEvent[] {
  const members = sighted.map((item) => ({ keys: item.observation.keys, ...wordingOf(item), item }));
  return groupByIdentity(members).map((group) => mergeGroup(group));
}

/** What pairs entries without a link; a publication is known by its id alone. */
const wordingOf = ({ observation: { kind, content }, begins }: SightedEvent): Pick<Keyed, 'wording' | 'seenAt'> =>
  kind === 'docket_entry' ? { wording: content, seenAt: capturedAtOf([...begins].sort()[0]!) } : {};

/** The current facts of a Case: the newest statement of each field that knows it. */
export function mergeCase(sighted: readonly Sighted<CaseStatement>[]): CaseFacts {
  return combineFacts(byRecord(sighted).map((record) => recordStates(record, () => false).at(-1)!));
}

function mergeGroup(group: Group<{ readonly keys: readonly string[]; readonly item: SightedEvent }>): MergedEvent {
  const items = group.members.map(({ item }) => item);
  const records = byRecord(items).map((record) => recordStates(record, losesLabels));
  const moments = [...new Set(records.flatMap((states) => states.map(({ since }) => since)))].sort();
  const states: EventState[] = [];
  let last: string | undefined;
  for (const moment of moments) {
    const inForce = records.flatMap((states) => states.filter(({ since }) => since <= moment).slice(-1));
    const said = { ...inForce[0]!.observation, content: combineFacts(inForce) } as EventStatement;
    const text = canonicalJson(said.content);
    const capturedAt = capturedAtOf(moment);
    if (text !== last) states.push({ capturedAt, content: describe(said, capturedAt) });
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
function losesLabels(later: EventStatement['content'], earlier: EventStatement['content']): boolean {
  if (!('labels' in later && 'labels' in earlier)) return false;
  if (later.labels === null || earlier.labels === null || later.labels.length >= earlier.labels.length) return false;
  const known = new Set(earlier.labels);
  return (
    later.labels.every((label) => known.has(label)) &&
    canonicalJson({ ...later, labels: null }) === canonicalJson({ ...earlier, labels: null })
  );
}
