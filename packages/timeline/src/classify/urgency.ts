/** How soon a person should know. */
import type { Finding } from './finding.js';
import type { Entry } from './reading/entry.js';
import { signals, tagUrgency, type Signal } from './rules/urgencies.js';

/**
 * U1 interrupts, U2 is told within the hour, U3 can wait for a digest. U0 is for what contradicts an order in force,
 * which no text of a docket shows by itself: it is found where custody and orders meet.
 */
export type UrgencyLevel = 'U0' | 'U1' | 'U2' | 'U3';

export interface Urgency {
  readonly level: UrgencyLevel;
  /** The tags, and ids of signals (`signal.deported`), that make it so. */
  readonly because: readonly string[];
}

const signalWords = new Set(signals.flatMap(({ words }) => words.flat()));

/** The signals of which an entry holds all words. */
function signalsIn({ tokens }: Entry): readonly Signal[] {
  const held = new Set<string>();
  for (const { word } of tokens) if (signalWords.has(word)) held.add(word);
  return held.size < 2
    ? []
    : signals.filter(({ words }) => words.every((choice) => choice.some((one) => held.has(one))));
}

/** The most urgent of what was found, and of signals: words that matter without being a tag. */
export function urgencyOf(findings: readonly Finding[], entry: Entry | null): Urgency {
  const seen: { readonly level: UrgencyLevel; readonly what: string }[] = findings.map(({ tag }) => ({
    level: tagUrgency(tag),
    what: tag,
  }));
  if (entry !== null) for (const { id, level } of signalsIn(entry)) seen.push({ level, what: `signal.${id}` });
  const level = seen.map((one) => one.level).toSorted()[0] ?? 'U3';
  return {
    level,
    because: seen
      .filter((one) => one.level === level)
      .map(({ what }) => what)
      .toSorted(),
  };
}
