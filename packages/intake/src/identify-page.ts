import { asVigilError, VigilError } from '@vigil/errors';
import { parseParams, type AnySource } from '@vigil/source-kit';
import type { ImportedFile } from './import-file.js';

/** The Source of a page, and what the page is of. */
export interface IdentifiedPage {
  readonly source: AnySource;
  readonly params: unknown;
}

/**
 * Finds the Source that knows a saved page, among all or as named. Throws UNKNOWN_SOURCE, UNKNOWN_FORMAT where none knows
 * it or several do, and what the one that knows it says is wrong with it.
 */
export function identifyPage(
  sources: ReadonlyMap<string, AnySource>,
  { source: named, court, bytes }: Pick<ImportedFile, 'source' | 'court' | 'bytes'>,
): IdentifiedPage {
  const asked = named === null ? [...sources.values()] : [sources.get(named)].filter((source) => source !== undefined);
  if (asked.length === 0)
    throw new VigilError('UNKNOWN_SOURCE', `no Source ${named}; known: ${[...sources.keys()].join(', ')}`);
  const found: IdentifiedPage[] = [];
  const complaints: VigilError[] = [];
  for (const source of asked) {
    try {
      const params = source.paramsOfPage?.(bytes, court) ?? null;
      if (params !== null) found.push({ source, params: parseParams(source, params) });
    } catch (error) {
      complaints.push(asVigilError(error));
    }
  }
  if (found.length === 1) return found[0]!;
  // Nobody may have said whose page it is; one that knows the page itself has more to say.
  const said = complaints.filter(({ code }) => code !== 'UNKNOWN_COURT');
  const [complaint, ...others] = said.length > 0 ? said : complaints;
  if (found.length === 0 && complaint && others.every(({ code }) => code === complaint.code)) throw complaint;
  const known = found.map(({ source }) => source.id).join(' and ');
  const who = asked.map(({ id }) => id).join(', ');
  throw new VigilError(
    'UNKNOWN_FORMAT',
    found.length > 1 ? `both ${known} know the page: say --source` : `the page is of no Source that was asked: ${who}`,
  );
}
