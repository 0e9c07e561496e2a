/** A docket of a thousand entries that five Sources read, as courts publish one: exactly its entries, in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityKey, mergeEvents, observe, type DocketEntryStatement, type SightedEvent } from '../src/index.js';
import { seenOnce } from '../src/index.js';
import { entry } from './recorder.js';

/** How much of an entry a court numbers and links. */
type Sort = 'DOCUMENT' | 'NUMBER' | 'MINUTE';

interface Docketed {
  readonly seq: number;
  readonly number: number | null;
  readonly sort: Sort;
  readonly day: string;
  readonly label: string;
  readonly text: string;
}

/** Labels as clerks choose them, and texts that begin so; on one day no two minute entries fit one label. */
const labels = ['Order', 'Minutes of Hearing', 'Set Deadlines', 'Notice of Appearance', 'Terminate Motion', 'Summons'];

/** A docket; each day has one entry of each label at most, twelve entries of a kind of their own word besides. */
const docket = (size: number): fc.Arbitrary<readonly Docketed[]> =>
  fc
    .infiniteStream(fc.record({ sort: fc.constantFrom<Sort>('DOCUMENT', 'NUMBER', 'MINUTE'), next: fc.boolean() }))
    .map((stream) => {
      const entries: Docketed[] = [];
      let [day, ofDay, number] = [0, 0, 0];
      for (const { sort, next } of stream) {
        if (entries.length === size) break;
        if (next || ofDay === labels.length) [day, ofDay] = [day + 1, 0];
        const label = labels[ofDay++]!;
        const seq = entries.length * 3 + 7;
        entries.push({
          seq,
          number: sort === 'MINUTE' ? null : ++number,
          sort,
          day: new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10),
          label,
          text: `${label.toUpperCase()} (${seq}) as the court says it.`,
        });
      }
      return entries;
    });

const documentOf = ({ seq }: Docketed): string => `0310${seq}`;

function said(
  of: Docketed,
  keys: readonly string[],
  content: Partial<DocketEntryStatement['content']>,
): DocketEntryStatement {
  const statement = entry(keys, []);
  const number = of.number === null ? null : String(of.number);
  return {
    ...statement,
    content: {
      ...statement.content,
      number,
      documentId: null,
      labels: null,
      filedOn: of.day,
      enteredAt: null,
      ...content,
    },
  };
}

const seq = (of: Docketed): string => identityKey('seq', String(of.seq));
const no = (of: Docketed): readonly string[] => (of.number === null ? [] : [identityKey('no', String(of.number))]);
const doc = (of: Docketed): readonly string[] => (of.sort === 'DOCUMENT' ? [identityKey('doc', documentOf(of))] : []);
const words = (of: Docketed): string => identityKey('text', `${of.day} ${of.text}`);
const day = (of: Docketed): string => identityKey('day', of.day);

/** What each Source prints of an entry. */
const tellers: Readonly<Record<string, (of: Docketed) => DocketEntryStatement>> = {
  feed: (of) =>
    said(of, [seq(of), ...no(of), ...doc(of), ...(of.sort === 'MINUTE' ? [day(of)] : [])], { labels: [of.label] }),
  sheet: (of) =>
    said(
      of,
      [
        ...(of.sort === 'DOCUMENT' ? [seq(of)] : []),
        ...no(of),
        ...doc(of),
        words(of),
        ...(of.sort === 'DOCUMENT' ? [] : [day(of)]),
      ],
      {
        text: of.text,
      },
    ),
  history: (of) =>
    said(of, [seq(of), ...no(of), ...(of.sort === 'MINUTE' ? [day(of)] : [])], {
      labels: [of.label],
      text: of.text.slice(0, 40),
    }),
  mail: (of) =>
    said(
      of,
      of.sort === 'DOCUMENT' ? [...no(of), ...doc(of)] : [...(of.number === null ? [words(of)] : no(of)), day(of)],
      { labels: [of.label], text: of.text },
    ),
  import: (of) =>
    said(of, [...(of.number === null ? [words(of)] : no(of)), ...(of.sort === 'DOCUMENT' ? [] : [day(of)])], {
      text: of.text,
    }),
};

/** Statements in the order given, each seen in a Capture of its own kind, or with others. */
function seen(
  told: readonly (readonly [source: string, statement: DocketEntryStatement])[],
  at: (n: number) => number,
): readonly SightedEvent[] {
  const found = new Map<string, SightedEvent>();
  for (const [n, [source, statement]] of told.entries()) {
    const observation = observe(source, statement);
    const key = `${new Date(Date.UTC(2026, 0, 1) + at(n) * 1_000).toISOString()}~0`;
    const run = seenOnce(`${source} ${observation.id}`, key);
    const known = found.get(observation.id);
    found.set(observation.id, { observation, runs: [...(known?.runs ?? []), run] });
  }
  return [...found.values()];
}

function assertExact(entries: readonly Docketed[], sighted: readonly SightedEvent[]): void {
  const events = mergeEvents(sighted);
  expect(events.filter(({ possibleDuplicateOf }) => possibleDuplicateOf.length > 0)).toEqual([]);
  expect(events).toHaveLength(entries.length);
  const names = (keys: readonly string[]): string => keys.find((key) => key.startsWith('seq:'))!;
  expect(events.map(({ keys }) => names(keys)).sort()).toEqual(entries.map((of) => seq(of)).sort());
  // Each has all five witnesses, and none of another's.
  for (const { evidence } of events) expect(evidence).toHaveLength(5);
}

describe('a docket that five Sources read', () => {
  const interleaved = (size: number): fc.Arbitrary<{ entries: readonly Docketed[]; order: readonly number[] }> =>
    docket(size).chain((entries) => {
      const all = Array.from({ length: entries.length * 5 }, (_, n) => n);
      return fc.record({ entries: fc.constant(entries), order: fc.shuffledSubarray(all, { minLength: all.length }) });
    });
  const check = ({ entries, order }: { entries: readonly Docketed[]; order: readonly number[] }): void => {
    const sources = Object.keys(tellers);
    const told = order.map((n) => [sources[n % 5]!, tellers[sources[n % 5]!]!(entries[Math.floor(n / 5)]!)] as const);
    assertExact(
      entries,
      seen(told, (n) => n),
    );
  };

  it('has exactly its entries, of which there are a thousand, in random interleavings', () => {
    fc.assert(fc.property(interleaved(1_000), check), { numRuns: 5 });
  });

  it('has exactly its entries, of which there are a few, in a thousand interleavings', () => {
    fc.assert(fc.property(interleaved(20), check), { numRuns: 1_000 });
  });
});
