import { VigilError } from '@vigil/errors';
import { isGiven } from '../inputs/is-given.js';

/** Items of a page where nothing is said. */
export const defaultPageSize = 50;
/** Items of a page at most. */
export const largestPage = 200;

/** How many items, and from which end. */
export interface PageWindow {
  readonly limit: number;
  readonly fromEnd: boolean;
}

/** What is asked of a connection's size. */
export interface PageSizeArgs {
  readonly first?: number | null;
  readonly last?: number | null;
}

/** Reads `first` and `last`. Throws BAD_INPUT where both are given, or one is out of bounds. */
export function pageWindow({ first, last }: PageSizeArgs): PageWindow {
  if (isGiven(first) && isGiven(last)) throw new VigilError('BAD_INPUT', 'give `first` or `last`, not both');
  return { limit: sizeOf(isGiven(last) ? 'last' : 'first', last ?? first ?? defaultPageSize), fromEnd: isGiven(last) };
}

/** Checks a bounded number of items. Throws BAD_INPUT that names the argument. */
export function sizeOf(name: string, value: number): number {
  if (value >= 1 && value <= largestPage) return value;
  throw new VigilError('BAD_INPUT', `\`${name}\` must be from 1 to ${largestPage}, and is ${value}`);
}
