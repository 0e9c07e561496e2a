import type { SightingRange } from '@vigil/timeline';

/** The runs of one Target's Observations, built from its Captures one after another. */
export class RebuiltRuns {
  readonly #ended = new Map<string, SightingRange[]>();
  /** Of each Observation that the Capture before held: where that run began. */
  #open = new Map<string, string>();
  #previous: string | null = null;

  /** Adds the Capture that comes next; `held`: the Observations in it. */
  add(key: string, held: Iterable<string>): void {
    const open = new Map<string, string>();
    for (const id of held) open.set(id, this.#open.get(id) ?? key);
    for (const [id, first] of this.#open) if (!open.has(id)) this.#end(id, { first, last: this.#previous });
    this.#open = open;
    this.#previous = key;
  }

  /** Ends the building: runs that the last Capture held are open. By Observation. */
  finish(): ReadonlyMap<string, readonly SightingRange[]> {
    for (const [id, first] of this.#open) this.#end(id, { first, last: null });
    this.#open = new Map();
    return this.#ended;
  }

  #end(id: string, run: SightingRange): void {
    this.#ended.set(id, [...(this.#ended.get(id) ?? []), run]);
  }
}
