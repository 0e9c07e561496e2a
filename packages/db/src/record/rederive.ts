/** Reads the archived Captures of a Target again, and records what today's reader and rules make of them. */
import type { VigilError } from '@vigil/errors';
import { observe, type EventContent, type Instant, type Statement } from '@vigil/timeline';
import type { Database } from '../open-database.js';
import { capturesOf, type KeyedCapture } from '../read/captures.js';
import { inPassing, inTransaction, type Transaction } from '../transaction.js';
import type { CaptureFacts } from './input.js';
import { RebuiltRuns } from './rebuilt-runs.js';
import { tell } from './record.js';
import { replaceSightings, type OldRun } from './replace-sightings.js';
import { storeObservations } from './store-observations.js';

/** What today's reader makes of a Capture; or why it cannot read it. */
export type Reread =
  | (Pick<CaptureFacts, 'completeness' | 'builtAt' | 'sourceVersion'> & { readonly statements: readonly Statement[] })
  | VigilError;

/** How a Target is read again. */
export interface RederiveOptions {
  /** Captures from this moment on; all where it is `null`. Of earlier ones what was read stands. */
  readonly since: Instant | null;
  readonly reread: (capture: KeyedCapture) => Promise<Reread>;
  /** Nothing is kept, and nobody hears of it. */
  readonly dryRun: boolean;
}

/** What one Event says otherwise. */
export interface Correction {
  readonly kind: 'ADDED' | 'REVISED' | 'MERGED' | 'RETRACTED';
  readonly caseId: string;
  readonly eventId: string;
  readonly courtId: string;
  readonly docketNumber: string | null;
  /** What readers had, and what they have now; `null` where that is no Event. */
  readonly before: EventContent | null;
  readonly after: EventContent | null;
}

/** What came of it. */
export interface Rederived {
  readonly captures: number;
  /** Captures that cannot be read any more, and why: what was read of them before stands. */
  readonly unreadable: readonly { readonly capture: KeyedCapture; readonly error: VigilError }[];
  readonly corrections: readonly Correction[];
}

/** Reads a Target again, in one transaction. The same again changes nothing. Throws what `reread` throws. */
export function rederiveTarget(db: Database, targetId: string, options: RederiveOptions): Promise<Rederived> {
  const run = options.dryRun ? inPassing : inTransaction;
  return run(db.pool, (tx) => rederiveIn(tx, targetId, options));
}

async function rederiveIn(tx: Transaction, targetId: string, { since, reread }: RederiveOptions): Promise<Rederived> {
  await tx.query('SELECT FROM target WHERE id = $1 FOR UPDATE', [targetId]);
  const old = await oldRuns(tx, targetId);
  const runs = new RebuiltRuns();
  const reader = new Reader(tx, reread, old);
  let captures = 0;
  for await (const capture of capturesOf(tx, targetId)) {
    if (since !== null && capture.capturedAt < since) {
      if (capture.errorCode === null) runs.add(capture.key, coveredBy(old, capture.key));
      continue;
    }
    captures += 1;
    const held = await reader.read(capture);
    if (held) runs.add(capture.key, held);
  }
  await reachLatest(tx, targetId);
  const { rows: head } = await tx.query<{ seq: string }>('SELECT seq FROM change_head');
  const touched = await replaceSightings(tx, targetId, { old, now: runs.finish(), cases: reader.cases });
  // A few Cases at a time: rules may have changed, so that everything of the Target is merged anew.
  const caseIds = [...new Set(touched.map(({ caseId }) => caseId))].sort();
  for (let i = 0; i < caseIds.length; i += casesAtOnce) {
    const some = new Set(caseIds.slice(i, i + casesAtOnce));
    await tell(
      tx,
      touched.filter(({ caseId }) => some.has(caseId)),
      null,
    );
  }
  return { captures, unreadable: reader.unreadable, corrections: await correctionsSince(tx, head[0]!.seq) };
}

const casesAtOnce = 100;

/** Reads Captures one after another, and keeps what is new of what they say. */
class Reader {
  readonly unreadable: { capture: KeyedCapture; error: VigilError }[] = [];
  /** The Case of each Observation that was read or seen before. */
  readonly cases: Map<string, string>;
  #last: { readonly body: string; readonly held: ReadonlySet<string>; readonly reread: Reread } | undefined;

  constructor(
    readonly tx: Transaction,
    readonly reread: RederiveOptions['reread'],
    readonly old: readonly OldRun[],
  ) {
    this.cases = new Map(old.map(({ observationId, caseId }) => [observationId, caseId]));
  }

  /** The Observations in a Capture; `null` for one that never could be read and still cannot. */
  async read(capture: KeyedCapture): Promise<Iterable<string> | null> {
    const same = this.#last?.body === capture.body.rawSha256 ? this.#last : undefined;
    const reread = same?.reread ?? (await this.reread(capture));
    if (reread instanceof Error) {
      if (capture.errorCode !== null) return null;
      this.unreadable.push({ capture, error: reread });
      return coveredBy(this.old, capture.key);
    }
    const held = same?.held ?? (await this.#keep(capture.source, reread.statements));
    this.#last = { body: capture.body.rawSha256, held, reread };
    await this.tx.query(
      `UPDATE capture SET completeness = $3, built_at = coalesce(built_at, $4), source_version = $5, error_code = NULL WHERE target_id = $1 AND key = $2
         AND (completeness, source_version, error_code) IS DISTINCT FROM ($3, $5::int, NULL::text)`,
      [capture.targetId, capture.key, reread.completeness, reread.builtAt, reread.sourceVersion],
    );
    return held;
  }

  async #keep(source: string, statements: readonly Statement[]): Promise<ReadonlySet<string>> {
    const ids = new Map(statements.map((statement) => [observe(source, statement).id, statement]));
    const fresh = [...ids].flatMap(([id, statement]) => (this.cases.has(id) ? [] : [statement]));
    const placed = fresh.length === 0 ? [] : await storeObservations(this.tx, source, fresh);
    for (const { caseId, observation } of placed) this.cases.set(observation.id, caseId);
    return new Set(ids.keys());
  }
}

const coveredBy = (runs: readonly OldRun[], key: string): readonly string[] =>
  runs.filter(({ first, last }) => first <= key && (last === null || key <= last)).map((run) => run.observationId);

async function oldRuns(tx: Transaction, targetId: string): Promise<readonly OldRun[]> {
  const { rows } = await tx.query<{ case_id: string; observation_id: string; first: string; last: string | null }>(
    `SELECT case_id, observation_id, first_capture AS first, last_capture AS last FROM sighting WHERE target_id = $1 AND superseded_at IS NULL`,
    [targetId],
  );
  return rows.map(({ case_id: caseId, observation_id: observationId, first, last }) => ({
    caseId,
    observationId,
    first,
    last,
  }));
}

/** A Capture that can be read by now may be the latest; the next look then asks for the whole page. */
async function reachLatest(tx: Transaction, targetId: string): Promise<void> {
  await tx.query(
    `UPDATE target t SET last_capture = c.key, last_body_sha256 = c.body_sha256, etag = NULL, last_modified = NULL
     FROM (SELECT key, body_sha256 FROM capture WHERE target_id = $1 AND error_code IS NULL ORDER BY key DESC LIMIT 1) c
     WHERE t.id = $1 AND t.last_capture IS DISTINCT FROM c.key`,
    [targetId],
  );
}

async function correctionsSince(tx: Transaction, seq: string): Promise<readonly Correction[]> {
  const { rows } = await tx.query<{
    kind: Correction['kind'];
    case_id: string;
    event_id: string;
    court_id: string;
    docket_number: string | null;
    before: EventContent | null;
    after: EventContent | null;
  }>(
    `SELECT ch.kind, ch.case_id, ch.event_id, c.court_id, c.docket_number, p.content AS before, r.content AS after
     FROM change ch JOIN "case" c ON c.id = ch.case_id
     LEFT JOIN event_revision p ON p.case_id = ch.case_id AND p.event_id = ch.event_id AND p.n = ch.n - 1
     LEFT JOIN event_revision r ON r.case_id = ch.case_id AND r.event_id = ch.event_id AND r.n = ch.n
     WHERE ch.seq > $1 ORDER BY ch.seq`,
    [seq],
  );
  return rows.map((row) => ({
    kind: row.kind,
    caseId: row.case_id,
    eventId: row.event_id,
    courtId: row.court_id,
    docketNumber: row.docket_number,
    before: row.before,
    after: row.after,
  }));
}
