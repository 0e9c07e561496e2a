import { casesByAlias, type CaseRow, type Database } from '@vigil/db';
import { courtOrPublisherById, parseDocketNumber } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import type { Context } from '../context/context.js';
import { idsOf } from '../identity/global-id.js';
import type { CaseBy, DocketNumberInCourt } from './case-by.js';
import { isGiven } from '../inputs/is-given.js';

/**
 * The Case that is named. Throws UNKNOWN_COURT, and BAD_INPUT where a docket number names several
 * (criminal dockets have one for each defendant).
 */
export async function findCase({ db, loaders }: Context, by: CaseBy): Promise<CaseRow | undefined> {
  if (isGiven(by.docketNumber)) return findByNumber(db, by.docketNumber);
  if (isGiven(by.pacerCaseId)) {
    const { court, id } = by.pacerCaseId;
    return only(await casesByAlias(db, courtOrPublisherById(court).id, 'PACER_CASE_ID', id));
  }
  const ids = idsOf('Case', by.id ?? '');
  return ids === null ? undefined : loaders.cases.load(ids[0]);
}

async function findByNumber(db: Database, { court, number }: DocketNumberInCourt): Promise<CaseRow | undefined> {
  const { id, kind } = courtOrPublisherById(court);
  // A number of no known form is kept as it was printed.
  const canonical = parseDocketNumber(number, kind)?.canonical ?? number;
  const found = await casesByAlias(db, id, 'DOCKET_NUMBER', canonical);
  return only(found.length > 0 ? found : await casesByAlias(db, id, 'PRINTED', number));
}

function only(found: readonly CaseRow[]): CaseRow | undefined {
  if (found.length <= 1) return found[0];
  const ids = found
    .map(({ pacerCaseId }) => pacerCaseId ?? 'unknown')
    .sort()
    .join(', ');
  throw new VigilError('BAD_INPUT', `the number names ${found.length} cases; ask by \`pacerCaseId\`: ${ids}`);
}
