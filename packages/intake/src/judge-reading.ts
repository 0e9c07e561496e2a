/** Whether what a page says may be told to readers: what monitors find, and what they learn. */
import type { HealthFinding, HealthRow, LatestCapture, Lesson } from '@vigil/db';
import { asVigilError, VigilError } from '@vigil/errors';
import {
  factsOf,
  inspect,
  learn,
  readPage,
  type AnySource,
  type Finding,
  type Normal,
  type Reading,
} from '@vigil/source-kit';
import { capturedAtOf, type Instant } from '@vigil/timeline';
import type { Rooms } from './rooms.js';
import { hasteAfter, turnoverOf } from './turnover.js';

/** A reading, and what it is judged by. */
export interface JudgedReading {
  readonly source: AnySource;
  readonly params: unknown;
  readonly reading: Reading;
  /** UTC, when the bytes left the publisher. */
  readonly capturedAt: Instant;
  /** SHA-256 of its canonical bytes. */
  readonly bodySha256: string;
  /** Whether a simulator answered, whose clock is its own. */
  readonly simulated: boolean;
  /** The latest Capture that readers were told of. */
  readonly latest: LatestCapture | undefined;
  readonly health: HealthRow;
}

/** Either it is kept from readers, for these reasons, or it teaches something. */
export type Verdict =
  | { readonly held: readonly HealthFinding[]; readonly by: 'MONITOR' | 'PERSON' }
  | { readonly held: null; readonly lesson: Omit<Lesson, 'newsAt'> };

/** Monitors that compare with the wall clock. */
const byTheClock: ReadonlySet<string> = new Set<Finding['monitor']>(['age', 'future']);

/** Throws what the archive throws. */
export async function judgeReading(archive: Rooms['archive'], judged: JudgedReading): Promise<Verdict> {
  const { source, reading, capturedAt, simulated, latest, health } = judged;
  if (health.quarantine?.by === 'PERSON') return { held: health.quarantine.findings, by: 'PERSON' };
  const normal = health.normal as Normal | null;
  const same = latest?.bodySha256 === judged.bodySha256;
  const last = same ? reading : await lastReading(archive, judged);
  const found = inspect({ source, reading, capturedAt, normal, last }).filter(
    ({ monitor }) => !(simulated && byTheClock.has(monitor)),
  );
  if (found.length > 0) return { held: found, by: 'MONITOR' };
  const turnover = last === null ? 0 : turnoverOf(last, reading);
  const { quarantine } = health;
  // A page that shares nothing with the last good one may have changed for good, and only be out of its monitors' reach.
  if (quarantine && turnover === 1 && !quarantine.findings.every(({ monitor }) => byTheClock.has(monitor)))
    return { held: quarantine.findings, by: 'MONITOR' };
  const learns = !reading.partial && (normal === null || !same);
  return {
    held: null,
    lesson: {
      normal: learns ? learn(normal, factsOf(reading)) : normal,
      againMs: reading.againMs ?? null,
      haste: measuresPace(judged) ? hasteAfter(health.haste, turnover) : health.haste,
      release: quarantine !== null,
    },
  };
}

/** After a long blindness a feed has scrolled, however slow it is. */
function measuresPace({ source, latest, capturedAt }: JudgedReading): boolean {
  if (source.kind !== 'feed' || latest === undefined) return false;
  return Date.parse(capturedAt) - Date.parse(capturedAtOf(latest.key)) < source.window;
}

/** The error of a reading that is kept from readers. */
export function quarantined(held: readonly HealthFinding[]): VigilError {
  return new VigilError('QUARANTINED', held.map(({ monitor, why }) => `${monitor}: ${why}`).join('; '));
}

/** What the latest Capture says to today's reader; `null` where there is none, or it can say it no more. */
async function lastReading(
  archive: Rooms['archive'],
  { source, params, latest }: JudgedReading,
): Promise<Reading | null> {
  if (!latest) return null;
  try {
    const body = await archive.get(latest.bodyRawSha256);
    const headers = latest.mediaType === null ? {} : { 'content-type': latest.mediaType };
    return readPage(source, params, { url: '', capturedAt: capturedAtOf(latest.key), status: 200, headers, body });
  } catch (error) {
    const known = asVigilError(error);
    // Its body was dropped, or its page is none to a newer reader: there is nothing to compare with.
    if (known.code === 'NOT_FOUND' || known.policy === 'quarantine') return null;
    throw known;
  }
}
