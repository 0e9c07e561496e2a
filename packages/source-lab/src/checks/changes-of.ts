import {
  canonicalJson,
  captureKey,
  mergeEvents,
  observe,
  seenOnce,
  type Observation,
  type EventStatement,
  type Run,
  type SightedEvent,
  type Statement,
} from '@vigil/timeline';

const keyOf = (n: number): string => captureKey(`2026-01-0${n + 1}T00:00:00.000Z`, '0'.repeat(16));

/** How many Changes readers hear of after the first Capture, when these are a Target's Captures one after another. */
export function changesOf(source: string, captures: readonly (readonly Statement[])[]): number {
  const seen = new Map<string, { observation: Observation<EventStatement>; runs: Run[]; last: number }>();
  for (const [n, statements] of captures.entries()) {
    for (const statement of statements) {
      if (statement.kind === 'case') continue;
      const observation = observe(source, statement);
      const entry = seen.get(observation.id) ?? { observation, runs: [], last: -1 };
      seen.set(observation.id, entry);
      // Said twice on one page, or on the page before, it begins no run.
      if (entry.runs.length === 0 || entry.last < n - 1) entry.runs.push(seenOnce('target', keyOf(n)));
      entry.runs.push({ ...entry.runs.pop()!, last: keyOf(n) });
      entry.last = n;
    }
  }
  const cases = new Map<string, SightedEvent[]>();
  for (const entry of seen.values()) {
    const name = canonicalJson(entry.observation.case);
    cases.set(name, [...(cases.get(name) ?? []), entry]);
  }
  return [...cases.values()].flatMap(mergeEvents).reduce((sum, { states }) => sum + states.length - 1, 0);
}
