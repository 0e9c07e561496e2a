/** What a schema of single fields cannot say of a Scenario: that its parts fit together. */
import type { Scenario, ScenarioCase, ScenarioCourt } from './scenario.js';

/** One thing that does not fit, and where. */
export interface Inconsistency {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** Everything that does not fit in a Scenario. */
export function* inconsistencies(scenario: Scenario): Iterable<Inconsistency> {
  let before = scenario.clock.start;
  for (const [index, beat] of scenario.clock.beats.entries()) {
    if (beat.until <= before) yield { message: 'not later than what goes before it', path: ['clock', 'beats', index] };
    before = beat.until;
  }
  yield* repeated(scenario.courts, (court) => court.id, ['courts']);
  for (const [index, court] of scenario.courts.entries()) yield* inCourt(court, ['courts', index]);
}

function* inCourt(court: ScenarioCourt, path: Inconsistency['path']): Iterable<Inconsistency> {
  yield* repeated(court.cases, (docketCase) => docketCase.id, [...path, 'cases']);
  for (const [index, docketCase] of court.cases.entries()) {
    yield* inCase(court, docketCase, [...path, 'cases', index]);
  }
}

function* inCase(court: ScenarioCourt, docketCase: ScenarioCase, path: Inconsistency['path']): Iterable<Inconsistency> {
  if ((docketCase.bankruptcy !== undefined) !== (court.shape === 'bankruptcy')) {
    yield { message: '`bankruptcy` belongs to the cases of a bankruptcy court, and to all of them', path };
  }
  yield* repeated(docketCase.entries, (entry) => String(entry.sequence), [...path, 'entries']);
  for (const [index, { number, document, unlinkedNumber }] of docketCase.entries.entries()) {
    if (unlinkedNumber !== undefined && (number !== null || document !== null))
      yield { message: '`unlinkedNumber` is of entries without a link', path: [...path, 'entries', index] };
    const wrong =
      court.shape === 'nyed'
        ? document !== null && 'the feed of nyed shows no document ids'
        : court.shape !== 'appellate' &&
          (number === null) !== (document === null) &&
          'this feed prints the number on the link to the document: give both or neither';
    if (wrong !== false) yield { message: wrong, path: [...path, 'entries', index] };
  }
}

function* repeated<T>(
  items: readonly T[],
  key: (item: T) => string,
  path: Inconsistency['path'],
): Iterable<Inconsistency> {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (seen.has(key(item))) yield { message: `${key(item)} is there twice`, path: [...path, index] };
    seen.add(key(item));
  }
}
