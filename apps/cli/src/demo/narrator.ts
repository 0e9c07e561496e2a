import type { Database } from '@vigil/db';
import { followChanges } from '../timeline/follow-changes.js';
import { tellChanges, toldRecord, toldText, type ToldEvent } from '../timeline/told-event.js';
import type { Terminal } from '../terminal/terminal.js';
import type { ProgressFile } from './progress.js';

/** The case that the story is about. */
const founding = { court: 'cacd', docketNumber: '8:17-cv-01898' };

const isFounding = ({ courtId, docketCase }: ToldEvent): boolean =>
  courtId === founding.court && docketCase.docketNumber === founding.docketNumber;

/** What a narrator needs. */
export interface NarratorRooms {
  readonly db: Database;
  readonly url: string;
  readonly terminal: Terminal;
  readonly progress: ProgressFile;
}

/** Tells the timeline as it grows, from where the last run stopped until `until` is aborted. */
export async function narrate({ db, url, terminal, progress }: NarratorRooms, until: AbortSignal): Promise<void> {
  const onError = (error: Error): void => terminal.note(error.message);
  for await (const changes of followChanges({
    db,
    url,
    redisUrl: null,
    after: progress.now.toldUpTo,
    until,
    onError,
  })) {
    // Courts are asked in turns: what came together is told in the order in which it happened.
    const events = (await tellChanges(db, changes)).toSorted((a, b) => momentOf(a) - momentOf(b));
    const lines = events.map((told) => line(told, terminal));
    const added = changes.filter(({ kind }) => kind === 'ADDED').length;
    // Kept before it is told, with nothing in between: whoever has read it may kill this process, and is not told twice.
    progress.keep({ toldUpTo: changes.at(-1)!.seq, told: progress.now.told + added });
    terminal.showAll(lines);
  }
}

function line(told: ToldEvent, { paint, columns }: Terminal): readonly [object, string] {
  const star = isFounding(told) ? paint.yellow('★ ') : '  ';
  const text = toldText(told, { paint, columns: columns === null ? null : columns - 2 });
  return [{ ...toldRecord(told), founding: isFounding(told) }, `${star}${text}`];
}

const momentOf = ({ content }: ToldEvent): number => Date.parse(content.occurredAt.instant);
