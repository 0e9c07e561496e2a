/** What readers are told of pages that a Source reads one after another, without a database. */
import type { Reading } from '@vigil/source-kit';
import {
  captureKey,
  mergeEvents,
  observe,
  type DocketEntryFacts,
  type DocketEntryStatement,
  type MergedEvent,
  seenOnce,
  type Run,
  type SightedEvent,
} from '@vigil/timeline';

/** A page as it was read, and what read it. */
export interface Read {
  readonly source: string;
  readonly reading: Reading;
}

export const entriesIn = ({ statements }: Reading): readonly DocketEntryStatement[] =>
  statements.filter((statement): statement is DocketEntryStatement => statement.kind === 'docket_entry');

/** The Events of one Case, of which these are the Captures, a day apart. */
export function eventsOf(pages: readonly Read[]): readonly MergedEvent[] {
  const seen = new Map<string, SightedEvent & { readonly runs: Run[] }>();
  const shownBefore = new Map<string, Set<string>>();
  for (const [n, { source, reading }] of pages.entries()) {
    const key = captureKey(new Date(Date.UTC(2030, 0, 1 + n)).toISOString(), '0'.repeat(16));
    const before = shownBefore.get(source) ?? new Set<string>();
    const now = new Set<string>();
    for (const statement of reading.statements) {
      if (statement.kind === 'case') continue;
      const observation = observe(source, statement);
      const item = seen.get(observation.id) ?? { observation, runs: [] };
      const run = before.has(observation.id) ? item.runs.pop() : undefined;
      item.runs.push({ ...seenOnce(source, key), ...(run && { first: run.first }) });
      seen.set(observation.id, item);
      now.add(observation.id);
    }
    shownBefore.set(source, now);
  }
  return mergeEvents([...seen.values()]);
}

/** What an Event of a docket says at last. */
export function factsOf({ states }: MergedEvent): DocketEntryFacts {
  const { content } = states.at(-1)!;
  if (content.kind !== 'DOCKET_ENTRY') throw new TypeError(`an Event of the kind ${content.kind}`);
  return content.facts;
}
