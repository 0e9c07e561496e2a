/** Rows of a docket of a court of appeals to identity keys: the row id where the page tells it, else number and document, else the words. */
import { printedRowId, type AppellateEntry } from '@vigil/dockets';
import { textKey } from '@vigil/source-kit';
import { compareKeys, identityKey } from '@vigil/timeline';

/** A row, and the keys of its entry within the case, strongest first; never empty. */
export interface KeyedRow {
  readonly row: AppellateEntry;
  /** Unique within the page. */
  readonly recordKey: string;
  readonly keys: readonly string[];
}

/** The day on which a row was docketed, else filed; `null` where it says neither. */
export const dayOf = ({ enteredAt, filedOn }: AppellateEntry): string | null => enteredAt?.slice(0, 10) ?? filedOn;

/** What a docket prints behind an entry's words, and a notice of the same entry does not. */
const enteredMark = /\s*\[Entered: [^[\]]{1,30}\]$/;

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
  const words = textKey(dayOf(row)!, row.text.replace(enteredMark, ''));
  const twin = nth(`twin of ${words}`);
  return twin === 1 ? words : `${words}:${twin}`;
}

/** The names that a row gives its entry, strongest first. */
function namesOf({ sequence, number, documentId, text }: AppellateEntry): readonly string[] {
  const part = sequence ?? printedRowId(text);
  return [
    ...(part === null ? [] : [identityKey('part', part)]),
    ...(number === null ? [] : [identityKey('no', number)]),
    ...(documentId === null ? [] : [identityKey('doc', documentId)]),
  ];
}
