import { listWatches, localOrganisationId, targetsById, type Database, type TargetRow, type WatchRow } from '@vigil/db';
import { courtOrPublisherById } from '@vigil/dockets';
import { VigilError } from '@vigil/errors';
import { sourceById } from '@vigil/sources';
import { durationText } from '../terminal/duration.js';

/** A Watch with what it watches. */
export interface WatchView {
  readonly watch: WatchRow;
  readonly target: TargetRow;
}

/** What looks like an id of ours and not like a court's. */
export const isId = (word: string): boolean => /^[\da-f]{8}-[\da-f-]{27}$/i.test(word);

/** The local organisation's Watches, oldest first. */
export async function viewWatches(db: Database): Promise<readonly WatchView[]> {
  const watches = await listWatches(db, localOrganisationId);
  const targets = await targetsById(
    db,
    watches.map(({ targetId }) => targetId),
  );
  return watches.map((watch, index) => ({ watch, target: targets[index]! }));
}

/** The Watches that a person means by an id, a court or a publisher. Throws NOT_FOUND, UNKNOWN_COURT. */
export async function findWatches(db: Database, word: string): Promise<readonly WatchView[]> {
  const courtId = isId(word) ? null : courtOrPublisherById(word).id;
  const found = (await viewWatches(db)).filter(({ watch, target }) =>
    courtId === null ? watch.id === word.toLowerCase() : target.courtId === courtId,
  );
  if (found.length === 0) throw new VigilError('NOT_FOUND', `no Watch ${courtId === null ? word : `of ${courtId}`}`);
  return found;
}

/** How often it is looked at for this Watch: its wish, within the bounds of the Source. Milliseconds. */
export function paceOf({ watch, target }: WatchView): number {
  const { every, atMost } = sourceById(target.source).schedule;
  return Math.max(atMost, watch.everyMs ?? every);
}

/** A Watch for machines. Times are UTC, spans in milliseconds. */
export function watchRecord(view: WatchView): object {
  const { watch, target } = view;
  return {
    id: watch.id,
    targetId: target.id,
    source: target.source,
    court: target.courtId,
    title: target.title,
    label: watch.label,
    everyMs: paceOf(view),
    pausedAt: watch.pausedAt,
    createdAt: watch.createdAt,
    lastCheckedAt: target.lastCheckedAt,
    lastSucceededAt: target.lastSucceededAt,
    errorCode: target.errorCode,
  };
}

/** A Watch in one line for people, without its id. */
export function watchText(view: WatchView): string {
  const { watch, target } = view;
  const label = watch.label === null ? '' : ` “${watch.label}”`;
  return `${target.title}${label}, every ${durationText(paceOf(view))}`;
}
