import { VigilError } from '@vigil/errors';
import type { Source } from './define-source.js';

/**
 * The parameters of a Target as its Source wants them. Throws BAD_INPUT that says what was expected,
 * or what the Source's own check throws (UNKNOWN_COURT).
 */
export function parseParams<Params>(source: Pick<Source<Params>, 'id' | 'params'>, input: unknown): Params {
  const result = source.params.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
  );
  throw new VigilError('BAD_INPUT', `parameters of ${source.id}: ${problems.join('; ')}`);
}
