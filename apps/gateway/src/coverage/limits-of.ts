import type { Court } from '@vigil/dockets';
import type { CaseRow, TargetRow } from '@vigil/db';
import { CoverageLimit } from './coverage-limit.js';

/** What of a court cannot be seen; `watched` are its watched Targets. */
export function limitsOfCourt({ feed, kind }: Court, watched: readonly TargetRow[]): readonly CoverageLimit[] {
  return [...(kind === 'PUBLISHER' ? [] : limitsOfFeed(feed)), ...limitsOfWatching(watched)];
}

/** What a case's own Targets add to what is seen of its court. */
export interface CaseSight {
  readonly court: Court;
  /** The watched Targets that may show it. */
  readonly watched: readonly TargetRow[];
  /** Whether a whole docket report was read. */
  readonly hasWholeDocket: boolean;
}

/** What of a case cannot be seen. */
export function limitsOfCase({ facts }: CaseRow, sight: CaseSight): readonly CoverageLimit[] {
  const { court, watched, hasWholeDocket } = sight;
  if (court.kind === 'PUBLISHER') return limitsOfWatching(watched);
  return [
    ...(hasWholeDocket ? [] : [...limitsOfFeed(court.feed), new CoverageLimit('NO_WHOLE_DOCKET')]),
    ...limitsOfWatching(watched),
    ...(restricted.test(facts.natureOfSuit ?? '') ? [new CoverageLimit('RESTRICTED')] : []),
  ];
}

/**
 * Natures of suit under Rule 5.2(c): social security appeals (861 to 865), and habeas corpus of detainees, naturalization and other
 * immigration actions (462, 463, 465), by the codes of form JS 44.
 */
const restricted = /^(?:46[235]|86[1-5])\b/;

function limitsOfFeed({ url, status, entryTypes }: Court['feed']): readonly CoverageLimit[] {
  if (url === null || status === 'NONE') return [new CoverageLimit('NO_FEED')];
  if (status === 'PARTIAL') return [new CoverageLimit('PARTIAL_FEED', entryTypes)];
  return status === 'UNKNOWN' ? [new CoverageLimit('UNKNOWN_FEED')] : [];
}

function limitsOfWatching(watched: readonly TargetRow[]): readonly CoverageLimit[] {
  if (watched.length === 0) return [new CoverageLimit('NOT_WATCHED')];
  return watched.every(({ lastSucceededAt }) => lastSucceededAt === null) ? [new CoverageLimit('NEVER_SEEN')] : [];
}
