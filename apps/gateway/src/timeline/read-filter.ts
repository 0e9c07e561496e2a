import type { TimelineFilter as Filter } from '@vigil/db';
import { courtOrPublisherById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import type { Loaders } from '../context/loaders.js';
import { idsOf } from '../identity/global-id.js';
import type { TimelineFilter } from './timeline-filter.js';
import { isGiven } from '../inputs/is-given.js';

const mostNames = 500;
const longestText = 300;

/**
 * Turns what was asked into what the database understands: courts by their one id, Cases by the ids
 * they have now. Throws UNKNOWN_COURT, NOT_FOUND for a Case that is not there, and BAD_INPUT.
 */
export async function readFilter(filter: TimelineFilter | null | undefined, loaders: Loaders): Promise<Filter> {
  const { courts, cases, kinds, text, occurred, recorded } = filter ?? {};
  const words = text?.trim() ?? '';
  if (words.length > longestText) throw new VigilError('BAD_INPUT', `\`text\` has more than ${longestText} characters`);
  return {
    ...(courts && { courts: bounded('courts', courts).map((court) => courtOrPublisherById(court).id) }),
    ...(cases && { cases: await Promise.all(bounded('cases', cases).map((id) => caseIdOf(id, loaders))) }),
    ...(kinds && { kinds: bounded('kinds', kinds) }),
    ...(words !== '' && { text: words }),
    ...(isGiven(occurred?.from) && { occurredFrom: occurred.from }),
    ...(isGiven(occurred?.to) && { occurredTo: occurred.to }),
    ...(isGiven(recorded?.from) && { recordedFrom: recorded.from }),
    ...(isGiven(recorded?.to) && { recordedTo: recorded.to }),
  };
}

function bounded<T>(name: string, values: readonly T[]): readonly T[] {
  if (values.length <= mostNames) return values;
  throw new VigilError('BAD_INPUT', `\`${name}\` names more than ${mostNames}`);
}

async function caseIdOf(globalId: string, loaders: Loaders): Promise<string> {
  const ids = idsOf('Case', globalId);
  const row = ids && (await loaders.cases.load(ids[0]));
  if (!row)
    throw new VigilError('NOT_FOUND', `\`cases\` names ${JSON.stringify(globalId.slice(0, 100))}, which is no case`);
  return row.id;
}
