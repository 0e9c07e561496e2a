import { courtOrPublisherById, courts, publishers, type Court } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { idsOf } from '../identity/global-id.js';
import type { CourtFilter } from './court-filter.js';
import { isGiven } from '../inputs/is-given.js';

/** The courts that a filter matches, by code; publishers, which are no courts, only where it asks for them. */
export function findCourts({ kinds, text, hasFeed }: CourtFilter): readonly Court[] {
  const words = text?.trim().toLowerCase() ?? '';
  const listed = isGiven(kinds) && kinds.includes('PUBLISHER') ? [...courts, ...publishers].sort(byId) : courts;
  return listed.filter(
    ({ id, name, kind, feed }) =>
      (!isGiven(kinds) || kinds.includes(kind)) &&
      (name.toLowerCase().includes(words) || id.includes(words)) &&
      (!isGiven(hasFeed) || hasFeed === (feed.url !== null && feed.status !== 'NONE')),
  );
}

const byId = (a: Court, b: Court): number => (a.id < b.id ? -1 : 1);

/** The court, or publisher, of a code, an alias or a global id; `undefined` where there is none. */
export function findCourt(name: string): Court | undefined {
  try {
    return courtOrPublisherById(idsOf('Court', name)?.[0] ?? name);
  } catch (error) {
    if (error instanceof VigilError && error.code === 'UNKNOWN_COURT') return undefined;
    throw error;
  }
}
