/** What fields cost, for the limit on a whole operation. A plain field costs 1. */
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { defaultPageSize, largestPage } from '../connection/page-window.js';

/** A list that is short by nature. */
export const fewTimes = ({ childComplexity }: ComplexityEstimatorArgs): number => 1 + 3 * childComplexity;

/** A list that grows with what the organisation watches, or the table of all courts. */
export const manyTimes = ({ childComplexity }: ComplexityEstimatorArgs): number => 1 + 100 * childComplexity;

/** A list whose size `first` or `last` says. */
export function page({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const size = Number(args['last'] ?? args['first'] ?? defaultPageSize);
  // A size out of bounds is refused by name when it is read.
  return 1 + Math.min(Math.max(size, 1), largestPage) * childComplexity;
}

/** Counting; taken once for each item of the page, as all that is asked of a page. */
export const aCount = (): number => 20;

/** As many as ids are given. */
export const nodesAsked = ({ args, childComplexity }: ComplexityEstimatorArgs): number =>
  1 + (args['ids'] as readonly unknown[]).length * childComplexity;
