/** Runs a Check: fetch, archive, parse, record, in that order. The one place that wires them. */
import {
  databaseClock,
  healthOf,
  latestCapture,
  learnOf,
  quarantine,
  record,
  recordFailure,
  targetsById,
  withTargetLock,
  type CaptureFacts,
  type DatabaseClock,
  type HealthRow,
  type LatestCapture,
  type Lesson,
  type RecordInput,
  type TargetRow,
} from '@vigil/db';
import { asVigilError, VigilError, type ErrorCode } from '@vigil/errors';
import type { Fetched } from '@vigil/fetcher';
import { assertHealthy, completenessOf, parseParams, readPage, type AnySource, type Reading } from '@vigil/source-kit';
import { note, traced } from '@vigil/telemetry';
import { randomUUID } from 'node:crypto';
import { assertAnswered } from './assert-answered.js';
import { judgeReading, quarantined } from './judge-reading.js';
import { keepBody } from './keep-body.js';
import { lookIntoMailbox } from './look-into-mailbox.js';
import { releaseHeld } from './release.js';
import type { Rooms } from './rooms.js';

/** What happens to Vigil itself while it asks: no word about the publisher. */
export const ownFaults = new Set<ErrorCode>(['DATABASE_UNREACHABLE', 'QUEUE_UNREACHABLE']);

/** How a Check ended. `checkId` is the id that its record and its Changes bear. */
export type CheckResult = { readonly source: string } & (
  | { readonly outcome: 'NEWS' | 'NO_NEWS'; readonly checkId: string; readonly changes: number }
  | { readonly outcome: 'FAILED'; readonly checkId: string; readonly error: VigilError }
  /** Nothing was asked of the publisher: it said not before a time that is still to come. */
  | { readonly outcome: 'NOT_YET'; readonly waitMs: number }
);

/**
 * Looks at a Target once. Safe to kill at any instruction and to run again. A failure to see is
 * recorded (with Coverage) and returned; what Vigil itself cannot do (a database or a host gate that
 * does not answer, a full disk) is thrown. Throws CHECK_OVERLAP where another Check of the Target is running,
 * NOT_FOUND where there is no such Target, and the signal's reason when it aborts.
 */
export async function runCheck(rooms: Rooms, targetId: string, signal?: AbortSignal): Promise<CheckResult> {
  const result = await withTargetLock(rooms.db, targetId, async () => {
    const clock = await databaseClock(rooms.db, rooms.now);
    const { target, health } = await loadReleased(rooms, targetId);
    const waitMs = target.notBefore === null ? 0 : Date.parse(target.notBefore) - clock.now();
    const { source } = target;
    if (waitMs > 0) return { source, outcome: 'NOT_YET', waitMs } as const;
    const isMailed = rooms.sources.get(source)?.access === 'mailbox';
    return (isMailed ? lookIntoMailbox : look)(rooms, target, { clock, signal, health });
  });
  if (!result) throw new VigilError('CHECK_OVERLAP');
  return result;
}

/** With what a Check is made. */
export interface Attempt {
  readonly clock: DatabaseClock;
  readonly signal: AbortSignal | undefined;
  readonly health: HealthRow;
}

/** The Target, after what a person wants told was told. */
async function loadReleased(rooms: Rooms, targetId: string): Promise<{ target: TargetRow; health: HealthRow }> {
  const [[target], [health]] = await Promise.all([targetsById(rooms.db, [targetId]), healthOf(rooms.db, [targetId])]);
  if (!target) throw new VigilError('NOT_FOUND', `no Target ${targetId}`);
  if (health!.quarantine?.releaseAsked !== true) return { target, health: health! };
  await releaseHeld(rooms, target, health!.quarantine);
  return loadReleased(rooms, targetId);
}

/** An answer, and whom and what it was asked. */
interface Asked {
  readonly source: AnySource;
  readonly params: unknown;
  readonly fetched: Fetched;
}

async function look(rooms: Rooms, target: TargetRow, { clock, signal, health }: Attempt): Promise<CheckResult> {
  const check = { id: randomUUID(), startedAt: new Date(clock.now()).toISOString() };
  note({ 'vigil.check.id': check.id, 'vigil.source': target.source });
  const fail = async (error: VigilError, capture: CaptureFacts | null): Promise<CheckResult> => {
    await traced('vigil.record', () => recordFailure(rooms.db, { check, targetId: target.id, error, capture }));
    return { source: target.source, outcome: 'FAILED', checkId: check.id, error };
  };
  const latest = await latestCapture(rooms.db, target.id);
  let asked: Asked;
  try {
    asked = await traced('vigil.fetch', () => ask(rooms, target, { latest, clock, signal }));
  } catch (error) {
    signal?.throwIfAborted();
    const known = asVigilError(error);
    if (ownFaults.has(known.code)) throw known;
    return fail(known, null);
  }
  const { source, fetched } = asked;
  const keep = async (seen: Pick<RecordInput, 'capture' | 'statements' | 'skipped'>): Promise<CheckResult> => {
    const { validators } = fetched;
    const input = { check, ...seen, validators, windowMs: windowOf(source) };
    const { changes } = await traced('vigil.record', () => record(rooms.db, input));
    const outcome = changes > 0 ? 'NEWS' : 'NO_NEWS';
    return { source: target.source, outcome, checkId: check.id, changes };
  };
  if (fetched.notModified && latest) {
    if (health.quarantine?.by === 'PERSON') return fail(quarantined(health.quarantine.findings), null);
    const capture = captureOf(target, source, fetched, {
      rawSha256: latest.rawSha256,
      body: { ...latest, sha256: latest.bodySha256, rawSha256: latest.bodyRawSha256 },
    });
    // It lists what the page listed that it says is unchanged.
    const { completeness } = latest;
    const kept = await keep({ capture: { ...capture, completeness }, statements: null, skipped: 0 });
    // The page is again what it was when it was last told.
    if (health.quarantine) await learnOf(rooms.db, target.id, { ...health, newsAt: null, release: true });
    return kept;
  }
  const kept = await traced('vigil.archive', () =>
    keepBody(rooms.archive, source, {
      bytes: fetched.body,
      mediaType: fetched.headers['content-type'] ?? null,
      latest,
    }),
  );
  const capture = captureOf(target, source, fetched, kept);
  let reading;
  try {
    reading = await traced('vigil.parse', async () => read(asked));
  } catch (error) {
    return fail(asVigilError(error), capture);
  }
  const { statements, skipped, builtAt } = reading;
  const seen: CaptureFacts = { ...capture, builtAt, completeness: completenessOf(source, reading) };
  const { capturedAt, body } = seen;
  const verdict = await judgeReading(rooms.archive, {
    ...asked,
    reading,
    capturedAt,
    bodySha256: body.sha256,
    simulated: fetched.via !== null,
    latest,
    health,
  });
  if (verdict.held !== null) {
    // Before the failure: a Check that is killed in between is one that never ended.
    await quarantine(rooms.db, [target.id], { since: check.startedAt, by: verdict.by, findings: verdict.held });
    return fail(quarantined(verdict.held), seen);
  }
  const result = await keep({ capture: seen, statements, skipped: skipped.length });
  const newsAt = result.outcome === 'NEWS' ? capturedAt : null;
  const { lesson } = verdict;
  if (newsAt !== null || teaches(lesson, health)) await learnOf(rooms.db, target.id, { ...lesson, newsAt });
  return result;
}

const teaches = (lesson: Omit<Lesson, 'newsAt'>, health: HealthRow): boolean =>
  lesson.release ||
  lesson.normal !== health.normal ||
  lesson.haste !== health.haste ||
  lesson.againMs !== health.againMs;

const windowOf = (source: AnySource): number | null => (source.kind === 'feed' ? source.window : null);

async function ask(
  { sources, fetcher }: Rooms,
  target: TargetRow,
  { latest, clock, signal }: Omit<Attempt, 'health'> & { readonly latest: LatestCapture | undefined },
): Promise<Asked> {
  const source = sources.get(target.source);
  if (!source) throw new VigilError('UNKNOWN_SOURCE', `no Source ${target.source}`);
  const params = parseParams(source, target.params);
  // A simulator stands behind no log-in and asks no person anything.
  if (source.access === 'attended' && fetcher.via === null) throw new VigilError('ATTENDED_ONLY');
  const request = source.plan(params);
  const validators = latest ? { etag: target.etag, lastModified: target.lastModified } : null;
  const { budget } = source;
  const fetched = await fetcher.get({ ...request, validators, budget }, signal ? { signal } : {});
  return { source, params, fetched: { ...fetched, receivedAt: clock.at(fetched.receivedAt) } };
}

function read({ source, params, fetched }: Asked): Reading {
  const page = {
    url: fetched.finalUrl,
    capturedAt: fetched.receivedAt,
    status: fetched.status,
    headers: fetched.headers,
    body: fetched.body,
  };
  assertHealthy(page); // first: a challenge may come with any status
  assertAnswered(source, fetched);
  return readPage(source, params, page);
}

function captureOf(
  target: TargetRow,
  source: AnySource,
  fetched: Fetched,
  kept: Pick<CaptureFacts, 'rawSha256' | 'body'>,
): CaptureFacts {
  return {
    targetId: target.id,
    source: source.id,
    sourceVersion: source.version,
    url: fetched.finalUrl,
    via: fetched.via,
    origin: 'FETCHED',
    capturedAt: fetched.receivedAt,
    receivedAt: fetched.receivedAt,
    builtAt: null,
    status: fetched.status,
    headers: fetched.headers,
    completeness: completenessOf(source, { partial: false, skipped: [] }),
    ...kept,
  };
}
