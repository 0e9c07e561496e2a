const mostKept = 1_000;

/**
 * The latest events that were answered, by their Idempotency-Keys. Kept in this process only: one that another gateway answered
 * asks for one more Check, at most.
 */
export class RecentEvents {
  readonly #keys = new Set<string>();

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  add(key: string): void {
    this.#keys.add(key);
    if (this.#keys.size > mostKept) this.#keys.delete(this.#keys.values().next().value!);
  }
}
