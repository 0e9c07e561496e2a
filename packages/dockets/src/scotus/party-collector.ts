import type { ScotusAttorney, ScotusParty, ScotusSide } from './scotus-docket.js';

/** Gathers attorneys by side and party, in the order in which the parties appear. */
export class PartyCollector {
  readonly #attorneys = new Map<string, { readonly party: ScotusParty; readonly attorneys: ScotusAttorney[] }>();

  add(side: ScotusSide, name: string | null, attorney: ScotusAttorney): void {
    const key = `${side} ${name ?? ''}`;
    const known = this.#attorneys.get(key);
    if (known) known.attorneys.push(attorney);
    else {
      const attorneys = [attorney];
      this.#attorneys.set(key, { party: { side, name, attorneys }, attorneys });
    }
  }

  get parties(): readonly ScotusParty[] {
    return [...this.#attorneys.values()].map(({ party }) => party);
  }
}
