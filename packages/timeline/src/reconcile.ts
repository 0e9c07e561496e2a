/**
 * Gives merged Events their ids, given what was announced before, and says what has changed.
 *
 * An Event's id is a hash of the strongest key it had when first announced. A stronger or weaker
 * key that later proves to be the same Event leads to it; when two announced Events prove one, the
 * smaller id survives and the other redirects; of a Case that proved to be another every id redirects. Whatever the order of arrival, following redirects
 * from the hash of any key of an Event ends at that Event.
 */
import { canonicalJson, hashId } from './identity.js';
import type { MergedEvent } from './event.js';

/** What readers were told of an id before. */
export interface Announced {
  readonly id: string;
  /** Digest of the state that readers have; `null` when the id redirects or was retracted. */
  readonly digest: string | null;
  /** The Event that this id leads to now, where it is not one itself. */
  readonly redirect: string | null;
}

/** One step for readers. */
export type Step =
  | { readonly kind: 'ADDED' | 'REVISED'; readonly id: string; readonly event: IdentifiedEvent }
  | { readonly kind: 'MERGED'; readonly id: string; readonly into: string }
  | { readonly kind: 'RETRACTED'; readonly id: string };

/** A merged Event with its id; possible duplicates are ids too. */
export interface IdentifiedEvent extends Omit<MergedEvent, 'possibleDuplicateOf'> {
  readonly id: string;
  readonly possibleDuplicateOf: readonly string[];
  readonly digest: string;
}

/** The id that an Event with this strongest key would be announced with. */
export function eventId(caseId: string, key: string): string {
  return hashId('event', caseId, key);
}

/** Every id that could have been announced for these keys, of a Case with these ids. */
export function candidateIds(caseIds: readonly string[], keys: readonly string[]): readonly string[] {
  return caseIds.flatMap((caseId) => keys.map((key) => eventId(caseId, key)));
}

/**
 * @param caseIds the Case's id first, then ids of Cases that proved to be the same one
 * @param merged every Event of the component
 * @param announced every candidate id of the component's keys that was announced before
 */
export function reconcile(
  caseIds: readonly [string, ...string[]],
  merged: readonly MergedEvent[],
  announced: readonly Announced[],
): { readonly events: readonly IdentifiedEvent[]; readonly steps: readonly Step[] } {
  const known = new Map(announced.map((item) => [item.id, item]));
  const [own, ...former] = caseIds;
  const announcedOf = (cases: readonly string[], event: MergedEvent): readonly string[] =>
    candidateIds(cases, event.keys)
      .filter((id) => known.has(id))
      .sort();
  const claimed = merged.map((event) => {
    const [id = eventId(own, event.keys[0]!), ...others] = announcedOf([own], event);
    return { event, id, others: [...others, ...announcedOf(former, event)] };
  });
  const idOf = new Map(claimed.map(({ event, id }) => [event.keys[0]!, id]));
  const steps: Step[] = [];
  const redirected: Step[] = [];
  const events = claimed.map(({ event, id, others }) => {
    const identified = identify(
      event,
      id,
      event.possibleDuplicateOf.map((name) => idOf.get(name)!),
    );
    const before = known.get(id);
    if (before?.digest !== identified.digest)
      steps.push({ kind: before?.digest ? 'REVISED' : 'ADDED', id, event: identified });
    for (const other of others)
      if (known.get(other)!.redirect !== id) redirected.push({ kind: 'MERGED', id: other, into: id });
    return identified;
  });
  const owned = new Set(claimed.flatMap(({ id, others }) => [id, ...others]));
  const retracted = announced
    .filter(({ id, digest, redirect }) => !owned.has(id) && (digest !== null || redirect !== null))
    .map(({ id }): Step => ({ kind: 'RETRACTED', id }));
  const order = (a: Step, b: Step): number => occurred(a).localeCompare(occurred(b), 'en') || (a.id < b.id ? -1 : 1);
  return { events, steps: [...steps.sort(order), ...redirected.sort(order), ...retracted.sort(order)] };
}

function identify(event: MergedEvent, id: string, duplicates: readonly string[]): IdentifiedEvent {
  const { keys, states, evidence } = event;
  const possibleDuplicateOf = [...duplicates].sort();
  return {
    id,
    keys,
    states,
    evidence,
    possibleDuplicateOf,
    digest: hashId('state', canonicalJson({ states, possibleDuplicateOf })),
  };
}

const occurred = (step: Step): string => ('event' in step ? step.event.states.at(-1)!.content.occurredAt.instant : '');
