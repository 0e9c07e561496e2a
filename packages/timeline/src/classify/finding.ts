import type { Entry } from './reading/entry.js';
import type { Outcome } from './reading/outcome.js';

/** One thing that an entry says has happened, with the rules and words that say so. */
export interface Finding {
  /** `tro.granted`, `hearing.set`; see `tags`. */
  readonly tag: string;
  /** Ids of the rules that found it: `matter.tro ruling.grant`. */
  readonly rule: string;
  /** Where the words stand in the text as given, half-open, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Between 0 and 1: how often a reading of this kind is right in the courts' manner of writing. */
  readonly confidence: number;
}

/** Of several outcomes with one tag the surest, and none that the entry itself voids. */
export function findingsOf({ tokens }: Entry, text: string, outcomes: readonly Outcome[]): readonly Finding[] {
  const best = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    for (const tag of outcome.tags) {
      if (outcomes.some(({ voids }) => voids !== undefined && tag.startsWith(voids) && outcome.voids === undefined))
        continue;
      if (outcome.confidence > (best.get(tag)?.confidence ?? 0)) best.set(tag, outcome);
    }
  }
  return [...best].map(([tag, { rule, from, to, confidence }]) => {
    const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
    return { tag, rule, start, end, words: text.slice(start, end), confidence };
  });
}
