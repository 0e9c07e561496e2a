import { z } from 'zod';

/** A list of parameters, for which one may stand alone: command lines know no list of one. */
export function oneOrMore<T>(item: z.ZodType<T>, most: number): z.ZodType<readonly T[]> {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(most),
  );
}
