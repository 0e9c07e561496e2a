/** Short descriptions of docketing events, as feeds and history reports give them: they never say how a court ruled. */
import { actorOf, type Actor } from './actor.js';
import { findingsOf, type Finding } from './finding.js';
import { readEntry } from './reading/entry.js';
import type { Outcome } from './reading/outcome.js';
import { readOutcomes } from './reading/outcomes.js';

/** What a label says, and whether it leaves open what a court decided. */
export interface Labelled {
  readonly findings: readonly Finding[];
  readonly actor: Actor;
  readonly wantsText: boolean;
}

/** "Order on Motion for TRO" is `tro.unknown`: a ruling, by its full text only. */
export function readLabelled(label: string, court: string | null): Labelled {
  const entry = readEntry(label, court);
  const outcomes = readOutcomes(entry);
  const actor = actorOf(entry);
  const rulesOn = entry.documents[0]?.document.id === 'order' && outcomes.length === 0;
  const unknown = rulesOn
    ? entry.sentences.flatMap(({ items, named }) =>
        named
          .filter(({ asked }) => asked)
          .map(({ matter, from, to }): Outcome => ({
            tags: [`${matter.tag ?? matter.id}.unknown`],
            rule: `matter.${matter.id} unknown`,
            from: items[from]!.from,
            to: items[to - 1]!.to,
            confidence: 0.9,
          })),
      )
    : [];
  return { findings: findingsOf(entry, label, [...outcomes, ...unknown]), actor, wantsText: rulesOn };
}
