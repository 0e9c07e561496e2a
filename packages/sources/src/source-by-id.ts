import { VigilError } from '@vigil/errors';
import type { AnySource } from '@vigil/source-kit';
import { sources } from './generated/registry.js';

/** The Source of an id. Throws UNKNOWN_SOURCE. */
export function sourceById(id: string): AnySource {
  const source = sources.get(id);
  if (source) return source;
  throw new VigilError('UNKNOWN_SOURCE', `no Source has the id ${JSON.stringify(id.slice(0, 60))}`);
}
