/**
 * A Check of a mailbox: one session with its server, in which each mail that is a notice becomes a Capture. What is recorded
 * of a mail, and that it was read, is one transaction: a Check that was killed goes on behind the last mail that is recorded,
 * and a mail that is read twice is known.
 */
import {
  finishLook,
  recordDelivery,
  recordFailure,
  type CaptureFacts,
  type CheckFacts,
  type TargetRow,
} from '@vigil/db';
import { asVigilError, VigilError, type ErrorCode } from '@vigil/errors';
import type { Delivery } from '@vigil/fetcher';
import { completenessOf, parseParams, readPage, type AnySource, type Reading } from '@vigil/source-kit';
import { note, traced } from '@vigil/telemetry';
import { randomUUID } from 'node:crypto';
import { quarantined } from './judge-reading.js';
import { keepBody, type KeptBody } from './keep-body.js';
import type { Rooms } from './rooms.js';
import type { Attempt, CheckResult } from './run-check.js';

/** What came of the mails so far. */
class Tally {
  statements = 0;
  changes = 0;
  readonly #left = new Map<ErrorCode, number>();

  leftOut(code: ErrorCode, count = 1): void {
    this.#left.set(code, (this.#left.get(code) ?? 0) + count);
  }

  get skipped(): number {
    return [...this.#left.values()].reduce((sum, count) => sum + count, 0);
  }

  /** What was not read, by its error; never by whose mail it is. */
  get message(): string | null {
    const parts = [...this.#left].map(([code, count]) => `${count} ${code}`);
    return parts.length === 0 ? null : `Not read: ${parts.join(', ')}`;
  }
}

/** Looks into the mailbox once; ends and throws as `runCheck` does. */
export async function lookIntoMailbox(
  rooms: Rooms,
  target: TargetRow,
  { clock, signal, health }: Attempt,
): Promise<CheckResult> {
  const check = { id: randomUUID(), startedAt: new Date(clock.now()).toISOString() };
  note({ 'vigil.check.id': check.id, 'vigil.source': target.source });
  const ended = { source: target.source, checkId: check.id };
  const fail = async (error: VigilError): Promise<CheckResult> => {
    await traced('vigil.record', () => recordFailure(rooms.db, { check, targetId: target.id, error, capture: null }));
    return { ...ended, outcome: 'FAILED', error };
  };
  // What is not read stays in the mailbox, and is read after the release.
  if (health.quarantine) return fail(quarantined(health.quarantine.findings));
  const { mailbox } = rooms;
  if (!mailbox)
    return fail(new VigilError('BAD_SETTING', 'VIGIL_MAIL_URL: got nothing, wants the mailbox that is to be read'));
  const source = rooms.sources.get(target.source)!;
  // What an older reader could not read, a newer one may.
  const version = `${source.version}/`;
  const from = target.readTo?.startsWith(version) ? target.readTo.slice(version.length) : null;
  const reader = readerOf(rooms, { target, source, check, version, now: () => new Date(clock.now()).toISOString() });
  const tally = new Tally();
  const mails = mailbox.readFrom(from, signal);
  try {
    for (;;) {
      const step = await traced('vigil.fetch', () => mails.next()).catch((error: unknown) => asVigilError(error));
      signal?.throwIfAborted();
      if (step instanceof VigilError) return await fail(step);
      if (step.done) {
        const { statements, changes, skipped, message } = tally;
        const at = new Date(clock.now()).toISOString();
        const counts = { statements, skipped, changes, message };
        await traced('vigil.record', () =>
          finishLook(rooms.db, { check, targetId: target.id, at, readTo: version + step.value, ...counts }),
        );
        return { ...ended, outcome: changes > 0 ? 'NEWS' : 'NO_NEWS', changes };
      }
      await reader(step.value, tally);
    }
  } finally {
    await mails.return('');
  }
}

/** Whose mails are read, by what, and for which Check. */
interface Errand {
  readonly target: TargetRow;
  readonly source: AnySource;
  readonly check: CheckFacts;
  /** Stands before the place to which the mailbox was read. */
  readonly version: string;
  readonly now: () => string;
}

/** Makes what keeps and records one mail. */
function readerOf(rooms: Rooms, errand: Errand): (mail: Delivery, tally: Tally) => Promise<void> {
  const { target, source, check, version } = errand;
  const params = parseParams(source, target.params);
  return async (mail, tally) => {
    if (mail.refused !== null) return tally.leftOut(mail.refused.code);
    const reading = read(source, params, mail.bytes);
    if (reading instanceof VigilError) {
      // Most mails of a mailbox are no notices, and nobody's business.
      if (reading.code !== 'NOT_A_DOCKET') tally.leftOut(reading.code);
      return;
    }
    const { bytes, deliveredAt, place } = mail;
    const kept = await traced('vigil.archive', () =>
      keepBody(rooms.archive, source, { bytes, mediaType: 'message/rfc822', latest: undefined }),
    );
    const { statements, skipped } = reading;
    const { changes } = await traced('vigil.record', () =>
      recordDelivery(rooms.db, {
        capture: captureOf(errand, { params, reading, deliveredAt, kept }),
        statements,
        skipped: skipped.length,
        checkId: check.id,
        readTo: version + place,
      }),
    );
    tally.statements += statements.length;
    tally.changes += changes;
    if (skipped.length > 0) tally.leftOut('BAD_RECORD', skipped.length);
  };
}

/** What a mail says. It is read before it is kept: what is no notice is not. */
function read(source: AnySource, params: unknown, body: Uint8Array): Reading | VigilError {
  try {
    return readPage(source, params, { url: '', capturedAt: '', status: 200, headers: {}, body });
  } catch (error) {
    return asVigilError(error);
  }
}

/** Clocks of mail servers differ by so much, in milliseconds. */
const skewMs = 3_600_000;

interface ReadMail {
  readonly params: unknown;
  readonly reading: Reading;
  readonly deliveredAt: string;
  readonly kept: KeptBody;
}

function captureOf({ source, target, now }: Errand, { params, reading, deliveredAt, kept }: ReadMail): CaptureFacts {
  const { builtAt } = reading;
  const isSane = builtAt !== null && Date.parse(builtAt) <= Date.parse(deliveredAt) + skewMs;
  return {
    targetId: target.id,
    source: source.id,
    sourceVersion: source.version,
    url: source.plan(params).url,
    via: null,
    origin: 'FETCHED',
    // A mail that says that it was sent after it came is of the time at which it came.
    capturedAt: isSane ? builtAt : deliveredAt,
    receivedAt: now(),
    builtAt,
    status: 200,
    headers: {},
    completeness: completenessOf(source, reading),
    ...kept,
  };
}
