import { VigilError } from '@vigil/errors';
import { isGiven } from '../inputs/is-given.js';

const mostKept = 1_000;
const longestId = 200;

interface Kept {
  readonly input: string;
  readonly answer: Promise<unknown>;
}

/** What a mutation is known by when it is sent again. */
export interface MutationName {
  readonly mutation: string;
  readonly organisationId: string;
}

/**
 * The answers to the latest mutations, so that one that is sent again under its `clientMutationId` is
 * answered again and not done again. Kept in this process only: a Watch is made, paused and removed
 * idempotently in any case.
 */
export class RecentMutations {
  readonly #kept = new Map<string, Kept>();

  /** Runs the mutation, unless its answer is known. Throws BAD_INPUT where the id was used for something else. */
  once<T>({ mutation, organisationId }: MutationName, input: MutationInput, run: () => Promise<T>): Promise<T> {
    const { clientMutationId } = input;
    if (!isGiven(clientMutationId)) return run();
    if (clientMutationId.length > longestId)
      throw new VigilError('BAD_INPUT', `\`clientMutationId\` has more than ${longestId} characters`);
    const key = JSON.stringify([organisationId, mutation, clientMutationId]);
    const text = JSON.stringify(input);
    const known = this.#kept.get(key);
    if (known && known.input !== text)
      throw new VigilError('BAD_INPUT', 'this `clientMutationId` was used before with another input');
    if (known) return known.answer as Promise<T>;
    const answer = run();
    this.#keep(key, { input: text, answer });
    return answer;
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    // What failed was not done: it may be tried again.
    kept.answer.catch(() => this.#kept.delete(key));
  }
}

/** The part that all inputs share. */
export interface MutationInput {
  readonly clientMutationId?: string | null;
}
