import { untilAborted } from './abort-signals.js';

/** First come, first served, for each name; within one process. */
export class WaitingLine {
  readonly #lastInLine = new Map<string, Promise<void>>();

  /**
   * Resolves when all who came before have left; the caller must then call the function it was given, once.
   * Rejects with the signal's reason when that comes first.
   */
  async join(name: string, signal: AbortSignal): Promise<() => void> {
    const before = this.#lastInLine.get(name) ?? Promise.resolve();
    let leave!: () => void;
    const mine = new Promise<void>((resolve) => (leave = resolve));
    const last = before.then(() => mine);
    this.#lastInLine.set(name, last);
    void this.#forget(name, last);
    try {
      await untilAborted(before, signal);
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  async #forget(name: string, last: Promise<void>): Promise<void> {
    await last;
    if (this.#lastInLine.get(name) === last) this.#lastInLine.delete(name);
  }
}
