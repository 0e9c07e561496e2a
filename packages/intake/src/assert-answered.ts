import { VigilError } from '@vigil/errors';
import { assertOk, type Fetched } from '@vigil/fetcher';
import type { AnySource } from '@vigil/source-kit';

/** As `assertOk`; a refusal is FETCH_FORBIDDEN in the Source's own words where it has some, which tell what is missing. */
export function assertAnswered(source: Pick<AnySource, 'refusal'>, fetched: Fetched): void {
  const { status } = fetched;
  if ((status === 401 || status === 403) && source.refusal)
    throw new VigilError('FETCH_FORBIDDEN', source.refusal(status), { details: { status } });
  assertOk(fetched);
}
