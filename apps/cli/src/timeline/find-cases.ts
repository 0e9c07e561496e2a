import { casesByAlias, casesById, type Database } from '@vigil/db';
import { courtOrPublisherById, parseDocketNumber } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { isId } from '../watching/watch-view.js';

/**
 * The ids of the Cases that a person means by Vigil's id, or by a docket number in the courts named; a number may name
 * several, one a defendant. Throws NOT_FOUND, and BAD_INPUT for a number without a court.
 */
export async function findCases(db: Database, word: string, courtIds: readonly string[]): Promise<readonly string[]> {
  if (isId(word)) {
    const [found] = await casesById(db, [word]);
    if (found) return [found.id];
    throw new VigilError('NOT_FOUND', `no Case ${word}`);
  }
  if (courtIds.length === 0) throw new VigilError('BAD_INPUT', `${word} may be a Case of many courts: say --court too`);
  const found = await Promise.all(
    courtIds.map(async (courtId) => {
      // A number of no known form is kept as it was printed.
      const canonical = parseDocketNumber(word, courtOrPublisherById(courtId).kind)?.canonical ?? word;
      const named = await casesByAlias(db, courtId, 'DOCKET_NUMBER', canonical);
      return named.length > 0 ? named : await casesByAlias(db, courtId, 'PRINTED', word);
    }),
  );
  const ids = found.flat().map(({ id }) => id);
  if (ids.length === 0) throw new VigilError('NOT_FOUND', `no Case ${word} is known of ${courtIds.join(', ')}`);
  return ids;
}
