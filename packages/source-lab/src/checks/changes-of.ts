import {
  canonicalJson,
  captureKey,
  mergeDocketEntries,
  observe,
  type DocketEntryStatement,
  type Observation,
  type SightedEntry,
  type Statement,
} from '@vigil/timeline';

const keyOf = (n: number): string => captureKey(`2026-01-0${n + 1}T00:00:00.000Z`, '0'.repeat(16));

/** How many Changes readers hear of after the first Capture, when these are a Target's Captures one after another. */
export function changesOf(source: string, captures: readonly (readonly Statement[])[]): number {
  const seen = new Map<
    string,
    { observation: Observation<DocketEntryStatement>; ranges: { first: string; last: string }[] }
  >();
  for (const [n, statements] of captures.entries()) {
    for (const statement of statements) {
      if (statement.kind !== 'docket_entry') continue;
      const observation = observe(source, statement);
      const entry = seen.get(observation.id) ?? { observation, ranges: [] };
      seen.set(observation.id, entry);
      const last = entry.ranges.at(-1);
      if (last && last.last === keyOf(n - 1)) last.last = keyOf(n);
      else entry.ranges.push({ first: keyOf(n), last: keyOf(n) });
    }
  }
  const cases = new Map<string, SightedEntry[]>();
  for (const entry of seen.values()) {
    const name = canonicalJson(entry.observation.case);
    cases.set(name, [...(cases.get(name) ?? []), entry]);
  }
  return [...cases.values()].flatMap(mergeDocketEntries).reduce((sum, { states }) => sum + states.length - 1, 0);
}
