/** What is wrong with a Target, as far as can be told without looking at it: computed when asked, by nobody's queue. Pure. */
import type { HealthRow, TargetRow } from '@vigil/db';
import { hours, minutes, type AnySource, type Milliseconds } from '@vigil/source-kit';
import { businessTime, type Instant } from '@vigil/timeline';

/**
 * QUARANTINED  what it shows is kept from readers until a person has looked
 * FAILING      the last look failed
 * CANARY       what beats like a clock was not heard for three beats: some piece of the whole pipe stands still
 * OVERDUE      nobody looked for three periods: schedules, queue or scrapers stand still
 * SILENT       nothing new for longer than its publisher is ever quiet
 */
export type TroubleKind = 'QUARANTINED' | 'FAILING' | 'CANARY' | 'OVERDUE' | 'SILENT';

/** Something is wrong with a Target. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly since: Instant;
  /** One line for a person: counts, codes and names of fields, never words of a page. */
  readonly why: string;
}

/** What is asked about. */
export interface Suspect {
  /** `undefined` where this release has no such Source. */
  readonly source: AnySource | undefined;
  readonly target: TargetRow;
  readonly health: HealthRow;
  /** By the database's clock. */
  readonly now: Instant;
}

/** A look may wait for its host that long, beside its periods. */
const patience = minutes(5);
/** In which courts' business days are counted where nothing else is known. */
const zone = 'America/New_York';

/** What is wrong with a Target, the worst first; `[]`: nothing. */
export function troublesOf(suspect: Suspect): readonly Trouble[] {
  return [quarantinedSince, failing, mute, overdue, silent]
    .map((look) => look(suspect))
    .filter((trouble) => trouble !== null);
}

function quarantinedSince({ health: { quarantine } }: Suspect): Trouble | null {
  if (!quarantine) return null;
  const why = quarantine.findings.map(({ monitor, why: seen }) => `${monitor}: ${seen}`).join('; ');
  return { kind: 'QUARANTINED', since: quarantine.since, why };
}

function failing({ target }: Suspect): Trouble | null {
  const { errorCode, failures, lastSucceededAt, createdAt } = target;
  if (errorCode === null || errorCode === 'QUARANTINED') return null;
  return {
    kind: 'FAILING',
    since: lastSucceededAt ?? createdAt,
    why: `${errorCode}, ${failures} ${failures === 1 ? 'time' : 'times'}`,
  };
}

/** Its beats are read off what was told, so a look without news does not count as one. */
function mute({ source, target, health, now }: Suspect): Trouble | null {
  const beat = source?.expects.beat;
  if (beat === undefined || target.everyMs === null) return null;
  const since = health.newsAt ?? target.createdAt;
  if (Date.parse(now) - Date.parse(since) <= 3 * beat) return null;
  return { kind: 'CANARY', since, why: `no beat was told since, though one comes every ${beat / minutes(1)} minutes` };
}

function overdue({ target, now }: Suspect): Trouble | null {
  const { everyMs, lastCheckedAt, createdAt, notBefore } = target;
  if (everyMs === null || (notBefore !== null && notBefore > now)) return null;
  const since = [lastCheckedAt ?? createdAt, notBefore ?? createdAt].sort().at(-1)!;
  const late = Date.parse(now) - Date.parse(since) > 3 * everyMs + patience;
  return late
    ? { kind: 'OVERDUE', since, why: `not looked at since, though every ${everyMs / 1_000} s is wished` }
    : null;
}

function silent({ source, target, health, now }: Suspect): Trouble | null {
  if (!source || target.everyMs === null) return null;
  const since = health.newsAt ?? target.createdAt;
  const quiet = businessTime(since, now, zone);
  if (quiet <= longestSilence(source)) return null;
  return { kind: 'SILENT', since, why: `nothing new for ${Math.round(quiet / hours(1))} business hours` };
}

/** Of the publisher's business days: three times what is usual, and a day at least. */
export const longestSilence = ({ expects }: AnySource): Milliseconds => Math.max(hours(24), 3 * expects.quiet);
