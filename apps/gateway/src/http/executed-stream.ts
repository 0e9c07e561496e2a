import type { ExecutionResult } from 'graphql';

/** Gives each item of a stream to a function, and tells what it makes of it. Ends at once when it is told to. */
export class ExecutedStream<T> implements AsyncIterableIterator<ExecutionResult, undefined> {
  readonly #items: AsyncIterator<T>;
  readonly #execute: (item: T) => Promise<ExecutionResult>;

  constructor(items: AsyncIterable<T>, execute: (item: T) => Promise<ExecutionResult>) {
    this.#items = items[Symbol.asyncIterator]();
    this.#execute = execute;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    const item = await this.#items.next();
    if (item.done) return { done: true, value: undefined };
    try {
      return { done: false, value: await this.#execute(item.value) };
    } catch (error) {
      return this.throw(error);
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    await this.#items.return?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<never> {
    await this.#items.return?.();
    throw error;
  }
}
