/**
 * What one record said over time, from the runs in which its statements were seen. A record is one
 * publisher's own key; its content at a moment is the one that began last to be seen until then. How long
 * a run lasts does not count: a Target that shows an old page again and again (a cache) overrides no newer one.
 */
import { canonicalJson } from './identity.js';
import { compareKeys, keyType } from './keys.js';
import type { Run } from './sightings.js';
import type { Observation, Statement } from './statement.js';

/** An Observation and the runs in which it was seen, of each Target. Never empty. */
export interface Sighted<S extends Statement> {
  readonly observation: Observation<S>;
  readonly runs: readonly Run[];
}

/** From `since` (a capture key) on, the record said `observation`. */
export interface RecordState<S extends Statement> {
  readonly since: string;
  readonly observation: Observation<S>;
}

/**
 * The states of one record, oldest first; equal neighbours are one. `loses` says that a later
 * statement only leaves out what a feed's moving window cut off: absence is not news, so that is
 * no new state.
 */
export function recordStates<S extends Statement>(
  sighted: readonly Sighted<S>[],
  loses: (later: S['content'], earlier: S['content']) => boolean,
): readonly RecordState<S>[] {
  const points = sighted
    .flatMap(({ observation, runs }) => runs.map(({ first: since }) => ({ since, observation })))
    .sort(compareStates);
  const states: RecordState<S>[] = [];
  for (const point of points) {
    const current = states.at(-1);
    if (current?.observation.id === point.observation.id) continue;
    if (current && loses(point.observation.content, current.observation.content)) continue;
    states.push(point);
  }
  return states;
}

/**
 * The facts of several records at one moment: each field as the most recently begun statement that
 * knows it has it. `null` is unknown and never overrides; nor does a part of the labels, of which a feed may have cut off the
 * rest.
 */
export function combineFacts<S extends Statement>(inForce: readonly RecordState<S>[]): S['content'] {
  const ordered = [...inForce].sort(compareStates);
  const facts: Record<string, unknown> = {};
  for (const { observation } of ordered) {
    for (const [field, value] of Object.entries(observation.content)) {
      if (field === 'labels' && isPart(value, facts[field])) continue;
      if (value !== null || !(field in facts)) facts[field] = value;
    }
  }
  return facts as unknown as S['content'];
}

const isPart = (labels: unknown, known: unknown): boolean =>
  Array.isArray(labels) && Array.isArray(known) && labels.every((label) => known.includes(label));

/**
 * Groups what was seen of one thing by record: Source and record key. Rows that their words alone name have another key
 * with each edit, and are one record.
 */
export function byRecord<S extends Statement>(sighted: readonly Sighted<S>[]): readonly (readonly Sighted<S>[])[] {
  const records = new Map<string, Sighted<S>[]>();
  for (const item of sighted) {
    const key = `${item.observation.source}\u001f${recordOf(item.observation)}`;
    const record = records.get(key);
    if (record) record.push(item);
    else records.set(key, [item]);
  }
  return [...records.values()];
}

function recordOf({ recordKey, ...said }: Statement): string {
  const [name] = said.kind === 'case' ? [] : said.keys.toSorted(compareKeys);
  return name !== undefined && keyType(name) === 'text' ? '' : recordKey;
}

/** By time, and for one time by what is said, so that equal sets of statements end alike in any Case. */
function compareStates<S extends Statement>(a: RecordState<S>, b: RecordState<S>): number {
  if (a.since !== b.since) return a.since < b.since ? -1 : 1;
  const [said, other] = [canonicalJson(a.observation.content), canonicalJson(b.observation.content)];
  return said < other ? -1 : said > other ? 1 : 0;
}
