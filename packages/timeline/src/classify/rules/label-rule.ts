import type { Voice } from './documents.js';
import type { Rule } from './rule.js';

/** Words that are a tag by themselves, wherever they stand in an entry. */
export interface LabelRule extends Rule {
  readonly tags: readonly string[];
  /** Only in entries where one of these speaks. */
  readonly in: readonly Voice[];
  /** What the entry says has not happened, by the beginning of its tag; all of it where that is empty. */
  readonly voids?: '' | 'hearing.' | 'appeal.mandate';
  /** Only in courts of appeals. */
  readonly appellate?: true;
  readonly confidence: number;
}

export const anyone: readonly Voice[] = ['court', 'clerk', 'party'];
export const courtOrClerk: readonly Voice[] = ['court', 'clerk'];
