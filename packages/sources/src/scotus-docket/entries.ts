/** Entries of the Supreme Court to identity keys. They have no numbers: the filing that one links to names it, else its day and words. */
import type { ScotusEntry } from '@vigil/dockets';
import { hashId, identityKey } from '@vigil/timeline';

/** An entry with a day, and how it is known within the docket. */
export interface KeyedEntry {
  readonly entry: ScotusEntry;
  readonly day: string;
  /** The number that its documents share; `null` where it has none, or another entry has the same. */
  readonly filing: number | null;
  /** Unique within the docket. */
  readonly recordKey: string;
  /** Strongest first; never empty. The words stand beside the filing, since a link may be added to an entry later. */
  readonly keys: readonly string[];
}

type Dated = Pick<KeyedEntry, 'entry' | 'day' | 'filing'>;

/** Gives each entry its keys, whatever the order. Those without a day are left out. */
export function keyEntries(entries: readonly ScotusEntry[]): readonly KeyedEntry[] {
  const holders = new Map<number, number>();
  const dated = entries.flatMap((entry): Dated[] => {
    const filing = firstFiling(entry);
    if (entry.date === null) return [];
    if (filing !== null) holders.set(filing, (holders.get(filing) ?? 0) + 1);
    return [{ entry, day: entry.date, filing }];
  });
  const own = dated.map((of) => (of.filing !== null && holders.get(of.filing)! > 1 ? { ...of, filing: null } : of));
  const seen = new Map<string, number>();
  // Entries of one day with the same words are numbered by their filings, so that their places do not matter.
  return own
    .toSorted((a, b) => (a.filing ?? Infinity) - (b.filing ?? Infinity) || 0)
    .map((of) => {
      const words = identityKey('text', `${of.day}:${hashId('text', of.day, plain(of.entry.text))}`);
      const nth = (seen.get(words) ?? 0) + 1;
      seen.set(words, nth);
      const text = nth === 1 ? words : `${words}:${nth}`;
      if (of.filing === null) return { ...of, recordKey: text, keys: [text] };
      const doc = identityKey('doc', String(of.filing));
      return { ...of, recordKey: doc, keys: [doc, text] };
    });
}

/** The filing of an entry; of several the first, since others are added. */
function firstFiling({ documents }: ScotusEntry): number | null {
  const filings = documents.flatMap(({ filing }) => filing ?? []);
  return filings.length === 0 ? null : Math.min(...filings);
}

/** Letters and digits only: a comma that is put right makes no other entry. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Papers that come with a filing, and are not what was filed. */
const beside = /^(?:Proof of Service|Certificate of Word Count)$/i;

/** Address of what was filed; `null` where nothing is linked to. */
export function mainDocument({ documents }: ScotusEntry): string | null {
  return (documents.find(({ description }) => !beside.test(description ?? '')) ?? documents[0])?.url ?? null;
}
