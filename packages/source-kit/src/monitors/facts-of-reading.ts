/** What monitors compare: a reading as counts, shares and shapes, without any of its words. */
import type { CivilDate, Instant, Statement } from '@vigil/timeline';
import type { Reading } from '../read-page.js';

/** What one reading was like. */
export interface ReadingFacts {
  /** Records: Statements of docket entries, publications, or of whatever the Source is about; a Case's own Statement is not counted. */
  readonly records: number;
  readonly skipped: number;
  /** For each field (`docket_entry.number`) the share of Statements that know it, 0 to 1. */
  readonly known: Readonly<Record<string, number>>;
  /** For each field the shapes of its values (`9:9-a-9` is one of docket numbers), sorted. Prose has the shape `…`. */
  readonly shapes: Readonly<Record<string, readonly string[]>>;
  /** The moment, or the start in UTC of the day, of the newest record; `null` where none is known. */
  readonly newest: Instant | null;
}

/** A value longer than this is prose, and so are words with spaces between. Characters. */
const longestShaped = 40;

export function factsOf({ statements, skipped }: Reading): ReadingFacts {
  const counts = new Map<string, { known: number; of: number; shapes: Set<string> }>();
  for (const { kind, content } of statements) {
    for (const [name, value] of Object.entries(content)) {
      const field = `${kind}.${name}`;
      const count = counts.get(field) ?? { known: 0, of: 0, shapes: new Set<string>() };
      counts.set(field, count);
      count.of += 1;
      if (value === null || value === undefined) continue;
      count.known += 1;
      for (const shape of shapesOf(value)) count.shapes.add(shape);
    }
  }
  const fields = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    records: recordsOf(statements).length,
    skipped: skipped.length,
    known: Object.fromEntries(fields.map(([field, { known, of }]) => [field, known / of])),
    shapes: Object.fromEntries(fields.map(([field, { shapes }]) => [field, [...shapes].sort()])),
    newest: recordsOf(statements).reduce<Instant | null>((latest, record) => later(latest, timeOf(record)), null),
  };
}

/** The Statements that come and go, without those of Cases. */
export const recordsOf = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(({ kind }) => kind !== 'case');

/** When a record came about, in UTC: its moment, else the start of its day. */
export function timeOf(statement: Statement): Instant | null {
  if (statement.kind === 'case') return null;
  if (statement.kind === 'publication') return statement.content.publishedAt ?? startOf(statement.content.publishedOn);
  return statement.content.enteredAt ?? startOf(statement.content.enteredOn ?? statement.content.filedOn);
}

const startOf = (day: CivilDate | null): Instant | null => (day === null ? null : `${day}T00:00:00.000Z`);

const later = (a: Instant | null, b: Instant | null): Instant | null => (a === null || (b !== null && b > a) ? b : a);

function shapesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(shapesOf);
  const text = String(value);
  if (text.length > longestShaped || /\p{L} +\P{L}*\p{L}/u.test(text)) return ['…'];
  return [
    text
      .replace(/\p{Lu}+/gu, 'A')
      .replace(/[\p{Ll}]+/gu, 'a')
      .replace(/\d+/g, '9'),
  ];
}
