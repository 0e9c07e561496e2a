/** A docket of a thousand entries that five Sources read, as courts publish one: exactly its entries, in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  captureKey,
  identityKey,
  mergeEvents,
  observe,
  seenOnce,
  type DocketEntryStatement,
  type SightedEvent,
} from '../src/index.js';
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

/** Statements in the order given, each in a Capture of its own; one that two entries share would be seen twice. */
function seen(told: readonly (readonly [source: string, statement: DocketEntryStatement])[]): readonly SightedEvent[] {
  const found = new Map<string, SightedEvent>();
  for (const [n, [source, statement]] of told.entries()) {
    const observation = observe(source, statement);
    const key = captureKey(new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString(), '0'.repeat(16));
    const runs = [...(found.get(observation.id)?.runs ?? []), seenOnce(source, key)];
    found.set(observation.id, { observation, runs });
  }
  return [...found.values()];
}

/** A docket, and all that the five say of it in some order. */
const interleaved = (size: number): fc.Arbitrary<{ entries: readonly Docketed[]; order: readonly number[] }> =>
  docket(size).chain((entries) => {
    const all = Array.from({ length: entries.length * 5 }, (_, n) => n);
    return fc.record({ entries: fc.constant(entries), order: fc.shuffledSubarray(all, { minLength: all.length }) });
  });

/** Of each Event its row id, how many say so, and how many others it may be; by row id. */
function merged({
  entries,
  order,
}: {
  readonly entries: readonly Docketed[];
  readonly order: readonly number[];
}): unknown {
  const sources = Object.entries(tellers);
  const told = order.map((n) => {
    const [source, tell] = sources[n % 5]!;
    return [source, tell(entries[Math.floor(n / 5)]!)] as const;
  });
  const events = mergeEvents(seen(told)).map(({ keys, evidence, possibleDuplicateOf }) => [
    keys.find((key) => key.startsWith('seq:')),
    evidence.length,
    possibleDuplicateOf.length,
  ]);
  return events.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

/** Each entry once, with five witnesses, and no doubt. */
const exactly = (entries: readonly Docketed[]): readonly unknown[] =>
  entries.map((of) => [seq(of), 5, 0] as const).sort(([a], [b]) => (a < b ? -1 : 1));

describe('a docket that five Sources read', () => {
  it('has exactly its entries, of which there are a thousand, in random interleavings', () => {
    fc.assert(
      fc.property(interleaved(1_000), (docket) => {
        expect(docket.entries).toHaveLength(1_000);
        expect(merged(docket)).toEqual(exactly(docket.entries));
      }),
      { numRuns: 5 },
    );
  });

  it('has exactly its entries, of which there are a few, in a thousand interleavings', () => {
    fc.assert(
      fc.property(interleaved(20), (docket) => {
        expect(docket.entries).toHaveLength(20);
        expect(merged(docket)).toEqual(exactly(docket.entries));
      }),
      { numRuns: 1_000 },
    );
  });
});
