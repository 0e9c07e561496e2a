/**
 * Rows of a docket report to identity keys. A row's link names it; a row without one has its number, else its words. The words
 * are a key of every row, by which one is found that had neither link nor number before.
 */
import type { ReportedEntry } from '@vigil/dockets';
import { textKey } from '@vigil/source-kit';
import { compareKeys, identityKey } from '@vigil/timeline';

/** A row, and the keys of its entry within the case, strongest first; never empty. */
export interface KeyedRow<Row extends ReportedEntry = ReportedEntry> {
  readonly row: Row;
  /** Unique within the page. */
  readonly recordKey: string;
  readonly keys: readonly string[];
}

/** The day on which a row was docketed, else filed; `null` where it says neither. */
export const dayOf = ({ enteredOn, filedOn }: ReportedEntry): string | null => enteredOn ?? filedOn;

/** The number of an entry; courts also print words (`doc`) in its place. */
export const numberOf = ({ number }: ReportedEntry): string | null =>
  number !== null && /^\d/.test(number) ? number : null;

/** Gives each row its keys. A number or document that two rows bear names neither. Rows without any day are left out. */
export function keyRows<Row extends ReportedEntry>(rows: readonly Row[]): readonly KeyedRow<Row>[] {
  const dated = rows.filter((row) => dayOf(row) !== null);
  const holders = new Map<string, number>();
  for (const row of dated) for (const key of linkKeys(row)) holders.set(key, (holders.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  const nth = (key: string): number => {
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return n;
  };
  return dated.map((row) => {
    const named = linkKeys(row).filter((key) => key.startsWith('seq:') || holders.get(key) === 1);
    const words = textKey(dayOf(row)!, row.text);
    const twin = nth(`twin of ${words}`);
    const identity = named.length > 0 && row.text === '' ? named : [...named, twin === 1 ? words : `${words}:${twin}`];
    const linked = row.sequence !== null || row.documentId !== null;
    const keys = linked ? identity : [...identity, identityKey('day', dayOf(row)!)];
    // Rows of one row id, which some courts print in parts, are one entry and several records.
    const part = nth(identity[0]!);
    return { row, recordKey: part === 1 ? identity[0]! : `${identity[0]}#${part}`, keys: [...keys].sort(compareKeys) };
  });
}

function linkKeys(row: ReportedEntry): readonly string[] {
  const number = numberOf(row);
  return [
    ...(row.sequence === null ? [] : [identityKey('seq', row.sequence)]),
    ...(number === null ? [] : [identityKey('no', number)]),
    ...(row.documentId === null ? [] : [identityKey('doc', row.documentId)]),
  ];
}
