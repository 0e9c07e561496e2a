/** Entries of ACMS to identity keys. */
import type { AcmsEntry } from '@vigil/dockets';
import { identityKey } from '@vigil/timeline';

/** An entry, and its keys within the case, strongest first; never empty. */
export interface KeyedEntry {
  readonly entry: AcmsEntry;
  /** Unique within the docket. The entry's id where it has one, since a clerk may give it another number. */
  readonly recordKey: string;
  readonly keys: readonly string[];
}

/** The day on which an entry was docketed, else filed; `null` where it says neither. */
export const dayOf = ({ enteredAt, filedOn }: AcmsEntry): string | null => enteredAt?.slice(0, 10) ?? filedOn;

/**
 * Gives each entry its keys: its number, which the court's feed and its notices print too, and its id, under which it is known
 * to those who ask ACMS for its documents. The id is no row id of the feeds (`part`): as a key of that rank it would keep the
 * two apart. What two entries bear names neither; an entry with nothing of its own is `null`.
 */
export function keyEntries(entries: readonly AcmsEntry[]): readonly (KeyedEntry | null)[] {
  const holders = new Map<string, number>();
  for (const entry of entries) for (const key of namesOf(entry)) holders.set(key, (holders.get(key) ?? 0) + 1);
  return entries.map((entry) => {
    const names = namesOf(entry).filter((key) => holders.get(key) === 1);
    const day = dayOf(entry);
    const last = names.at(-1);
    if (last === undefined || day === null) return null;
    // A feed prints no number for what has no document; of the two only the day is then on both.
    const keys = entry.documentCount === 0 ? [...names, identityKey('day', day)] : names;
    return { entry, recordKey: last, keys };
  });
}

/** Strongest first. */
function namesOf({ number, entryId }: AcmsEntry): readonly string[] {
  return [
    ...(number === null ? [] : [identityKey('no', String(number))]),
    ...(entryId === null ? [] : [identityKey('doc', entryId)]),
  ];
}
