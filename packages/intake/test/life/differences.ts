/** In what a timeline differs from the life that was shown: each difference in words, without the court's own. */
import type { Life, LifeEntry } from '@vigil/courthouse';
import { keyType, type DocketEntryFacts, type MergedEvent } from '@vigil/timeline';
import type { Shown, Told } from './read-life.js';

/** What a page told of an entry, and when it did. */
interface Telling extends Told {
  readonly source: string;
  readonly captured: string;
  /** When the court sent the page: epoch milliseconds. */
  readonly at: number;
}

/**
 * None where each entry that was shown is one Event which says what the court said, when it was shown to; or several that
 * say that they may be one, where no key and no words tell. None of them is of two entries.
 */
export function differences(
  { entries }: Life,
  pages: readonly Shown[],
  events: readonly MergedEvent[],
): readonly string[] {
  const tellings = pages.flatMap(({ source, captured, at, told }) =>
    told.map((one): Telling => ({ ...one, source, captured, at })),
  );
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
  const ofEvent = new Map(
    events.map((event) => {
      const ids = new Set(event.evidence);
      return [event, tellings.filter(({ observation }) => ids.has(observation.id))] as const;
    }),
  );
  const found: string[] = [];
  const ofEntry = new Map<number, MergedEvent[]>();
  for (const [event, own] of ofEvent) {
    const [sequence, ...others] = new Set(own.map((one) => one.sequence));
    if (sequence === undefined || others.length > 0)
      found.push(`${event.keys[0]} is of ${[sequence, ...others].join()}`);
    else {
      ofEntry.set(sequence, [...(ofEntry.get(sequence) ?? []), event]);
      found.push(...misstated(event, bySequence.get(sequence)!, own));
    }
  }
  for (const { sequence } of tellings) if (!ofEntry.has(sequence)) found.push(`${sequence} is missing`);
  for (const [sequence, own] of ofEntry) if (own.length > 1) found.push(...undecided(sequence, own, tellings));
  return found;
}

/** The states of an Event are those that its pages showed, in their order. */
function misstated(event: MergedEvent, entry: LifeEntry, tellings: readonly Telling[]): readonly string[] {
  const wanted: string[] = [];
  let known: Readonly<Record<string, unknown>> = { number: null, text: null, filedOn: null, enteredOn: null };
  for (const telling of tellings.toSorted((a, b) => (a.captured < b.captured ? -1 : 1))) {
    known = { ...known, ...shownOf(entry, telling) };
    wanted.push(JSON.stringify(known));
  }
  const said = event.states.map(({ content }) => {
    const { number, text, filedOn, enteredOn = null } = content.facts as DocketEntryFacts;
    return JSON.stringify({ number, text: text === null ? null : collapsed(text), filedOn, enteredOn });
  });
  const labels = (event.states.at(-1)!.content.facts as DocketEntryFacts).labels ?? [];
  const told = tellings.flatMap(({ observation }) => observation.content.labels ?? []);
  const filed = known['filedOn'] ?? entry.enteredOn;
  return [
    ...(JSON.stringify(runs(said)) === JSON.stringify(runs(wanted)) ? [] : [`${entry.sequence} was shown otherwise`]),
    ...(JSON.stringify(labels) === JSON.stringify([...new Set(told)].sort())
      ? []
      : [`${entry.sequence} is named otherwise`]),
    ...(event.states.at(-1)!.content.occurredAt.day === filed ? [] : [`${entry.sequence} is not on its day`]),
  ];
}

/** What a page tells of an entry, as the court knew it then. */
function shownOf(entry: LifeEntry, { source, at, observation }: Telling): Readonly<Record<string, unknown>> {
  const { states, filedOn, enteredOn } = entry;
  const { number, document, text } = states.findLast(({ since }) => since <= at) ?? states[0];
  const numbered = number !== null && (source !== 'cmecf-rss' || document !== null) ? { number: String(number) } : {};
  if (source === 'cmecf-rss') return numbered;
  const [year, month, day] = enteredOn.split('-');
  const printed = collapsed(`${text.replace(/# \((\d{1,4})\)/g, '# $1')} (Entered: ${month}/${day}/${year})`);
  return { ...numbered, ...(observation.content.text !== null && { text: printed }), filedOn, enteredOn };
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Without what is said again. */
const runs = (said: readonly string[]): readonly string[] => said.filter((one, n) => one !== said[n - 1]);

/** Several Events of one entry: nothing tells that they are one, and where they share a day they say that they may be. */
function undecided(sequence: number, events: readonly MergedEvent[], tellings: readonly Telling[]): readonly string[] {
  const own = events.map((event) => {
    const ids = new Set(event.evidence);
    return { event, keys: new Set(tellings.flatMap(({ observation: { id, keys } }) => (ids.has(id) ? keys : []))) };
  });
  const strangers = new Set(tellings.flatMap((one) => (one.sequence === sequence ? [] : one.observation.keys)));
  return own.flatMap((one, n) =>
    own.slice(n + 1).flatMap((other) => {
      const shared = [...one.keys].filter((key) => other.keys.has(key));
      if (shared.some((key) => keyType(key) !== 'day' && !strangers.has(key))) return [`${sequence} is told twice`];
      const said = one.event.possibleDuplicateOf.includes(other.event.keys[0]!);
      const heard = other.event.possibleDuplicateOf.includes(one.event.keys[0]!);
      return shared.length === 0 || said || heard ? [] : [`${sequence} is told twice, and does not say so`];
    }),
  );
}
