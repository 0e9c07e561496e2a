import { freshGate, tell, type GateState, type GateStep, type Told } from './gate-state.js';
import type { GateStore } from './gate-store.js';

/**
 * What this process remembers of the gates beside their store. A store may lose what it knew (a Redis that was flushed):
 * the process then goes on from what it saw last. A store may not answer when an exchange is over: what was learnt is
 * kept, and told with the next step, before which this process cannot go to the domain again.
 */
export class GateBook {
  readonly #store: GateStore;
  readonly #lastSeen = new Map<string, GateState>();
  readonly #untold = new Map<string, readonly Told[]>();

  constructor(store: GateStore) {
    this.#store = store;
  }

  /** As the store's `transact`, on a state that is never missing. Steps of one domain are to come one by one. */
  async transact<Result>(domain: string, step: (state: GateState, now: number) => GateStep<Result>): Promise<Result> {
    const untold = this.#untold.get(domain) ?? [];
    const { state, result } = await this.#store.transact(domain, (stored, now) => {
      const seen = stored ?? this.#lastSeen.get(domain) ?? freshGate;
      const next = step(
        untold.reduce((before, told) => tell(before, now, told).state, seen),
        now,
      );
      return { state: next.state, result: next };
    });
    this.#lastSeen.set(domain, state);
    this.#untold.delete(domain);
    return result;
  }

  /** Tells how an exchange went: now, or with the next step where the store does not answer. */
  async tell(domain: string, told: Told): Promise<void> {
    this.#untold.set(domain, [...(this.#untold.get(domain) ?? []), told]);
    // Whoever asks next meets the same store, and hears of its error.
    await this.transact(domain, (state) => ({ state, result: null })).catch(() => undefined);
  }
}
