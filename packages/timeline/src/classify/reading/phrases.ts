/**
 * Phrases of rules, and all that are in a text at once. A phrase is a line of words: `a|b` is either, `word?` may be
 * absent, `motion(s)` is with or without the ending. They are kept as one tree of words, so that what a text costs
 * grows with its length alone: there is nothing to backtrack.
 */
import type { Token } from './tokens.js';

/** A run of tokens that a phrase has matched, half-open, in tokens. */
export interface Match<T> {
  readonly means: T;
  readonly from: number;
  readonly to: number;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  means?: T;
}

/** What phrases of rules mean. */
export class Lexicon<T> {
  readonly #root: Node<T> = { next: new Map() };

  /** Throws a TypeError where the phrase already means something else. */
  add(phrase: string, means: T): this {
    for (const words of wordings(phrase)) {
      let node = this.#root;
      for (const word of words) {
        const next = node.next.get(word) ?? { next: new Map() };
        node.next.set(word, next);
        node = next;
      }
      if (node.means !== undefined && node.means !== means) throw new TypeError(`${words.join(' ')} has two meanings`);
      node.means = means;
    }
    return this;
  }

  /** The longest phrase that begins at a token, or `null`. */
  at(tokens: readonly Token[], from: number): Match<T> | null {
    let node: Node<T> | undefined = this.#root;
    let found: Match<T> | null = null;
    for (let to = from; to < tokens.length;) {
      node = node.next.get(tokens[to]!.word);
      if (node === undefined) break;
      to += 1;
      if (node.means !== undefined) found = { means: node.means, from, to };
    }
    return found;
  }
}

/** All wordings of a phrase. */
export function wordings(phrase: string): readonly (readonly string[])[] {
  let lines: readonly (readonly string[])[] = [[]];
  for (const element of phrase.split(' ')) {
    const choices = element
      .replace(/\?$/, '|')
      .split('|')
      .flatMap((word) => {
        const [, stem, ending] = /^(.*)\((\w+)\)$/.exec(word) ?? [];
        return stem === undefined ? [word] : [stem, stem + ending!];
      });
    lines = lines.flatMap((line) => choices.map((word) => (word === '' ? line : [...line, word])));
  }
  return lines;
}
