/** Rows of a docket of a court of appeals to identity keys: the row id where the page tells it, else number and document, else the words. */
import type { AppellateEntry } from '@vigil/dockets';
import { compareKeys, hashId, identityKey } from '@vigil/timeline';

/** A row, and the keys of its entry within the case, strongest first; never empty. */
export interface KeyedRow {
  readonly row: AppellateEntry;
  /** Unique within the page. */
  readonly recordKey: string;
  readonly keys: readonly string[];
}

/** The day on which a row was docketed, else filed; `null` where it says neither. */
export const dayOf = ({ enteredAt, filedOn }: AppellateEntry): string | null => enteredAt?.slice(0, 10) ?? filedOn;

/**
 * The row id that some courts (recorded: ca2, ca9, cafc) print behind an entry's own words, in front of the case and who
 * docketed it: `… granted. [10490185] (RR) [Entered: 06/27/2017 04:54 PM]`. It counts on in one row with the ids of their
 * feeds and checkboxes; no recorded entry shows both. One with a part (`[8442478-2]`) is that of another entry, which this
 * one is about.
 */
const printedId =
  /\[(\d{6,10})\](?:\s*\[\d\d-\d{1,6}\])*(?:\s*[([][^()[\]]{1,60}[)\]])?\s*(?:\[Entered: [\d/]+ [\d:]+ [AP]M\])?$/;

/**
 * Gives each row its keys. A number, a document or a printed id that two rows bear names neither. Rows without any day are
 * left out.
 */
export function keyRows(rows: readonly AppellateEntry[]): readonly KeyedRow[] {
  const dated = rows.filter((row) => dayOf(row) !== null);
  const holders = new Map<string, number>();
  for (const row of dated) for (const key of namesOf(row)) holders.set(key, (holders.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  const nth = (key: string): number => {
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return n;
  };
  return dated.map((row) => {
    const own = row.sequence === null ? [] : [identityKey('part', row.sequence)];
    const named = [...new Set([...own, ...namesOf(row).filter((key) => holders.get(key) === 1)])];
    const identity = named.length > 0 ? named : [wordsOf(row, nth)];
    // A feed prints no number for what has no document; of the two only the day is then on both.
    const unlinked = row.documentId === null && !identity[0]!.startsWith('part:');
    const keys = unlinked ? [...identity, identityKey('day', dayOf(row)!)] : identity;
    const part = nth(identity[0]!);
    return { row, recordKey: part === 1 ? identity[0]! : `${identity[0]}#${part}`, keys: [...keys].sort(compareKeys) };
  });
}

/** A row by its day and words; of rows that say the same each has a number. */
function wordsOf(row: AppellateEntry, nth: (key: string) => number): string {
  const day = dayOf(row)!;
  const words = hashId('text', day, row.text.replace(/\s+/g, ' ').trim().toLowerCase());
  const twin = nth(`text:${words}`);
  return identityKey('text', `${day}:${words}${twin === 1 ? '' : `:${twin}`}`);
}

/** The names that a row gives its entry, strongest first. */
function namesOf({ sequence, number, documentId, text }: AppellateEntry): readonly string[] {
  const part = sequence ?? printedId.exec(text)?.[1] ?? null;
  return [
    ...(part === null ? [] : [identityKey('part', part)]),
    ...(number === null ? [] : [identityKey('no', number)]),
    ...(documentId === null ? [] : [identityKey('doc', documentId)]),
  ];
}
