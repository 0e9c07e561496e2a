import type { AnySource } from '@vigil/source-kit';
import { outcomeOf, sayings } from '../outcome.js';
import { rowsOf, type Rows } from '../rows.js';
import type { Specimen } from '../specimen.js';

/** Checks that work row by row look at so many of a page. */
const mostRows = 12;

/** The rows that are records: without one, the page says something else. */
export interface RecordRows extends Rows {
  /** Places among the rows, a sample from first to last. */
  readonly records: readonly number[];
  /** The page with one row replaced, or without it. */
  readonly replacing: (at: number, row?: string) => Uint8Array;
}

export function recordRowsOf(source: AnySource, specimen: Specimen): RecordRows {
  const page = rowsOf(specimen.page.body);
  const whole = sayings(outcomeOf(source, specimen));
  const replacing = (at: number, row?: string): Uint8Array =>
    page.with(page.rows.flatMap((own, n) => (n !== at ? [own] : row === undefined ? [] : [row])));
  const step = Math.max(1, Math.floor(page.rows.length / mostRows));
  // A heading is no record, though without it nothing may be read.
  const sample = page.rows.map((_, at) => at).filter((at) => at % step === 0 && !/<th\b/i.test(page.rows[at]!));
  const isRecord = (at: number): boolean => sayings(outcomeOf(source, specimen, { body: replacing(at) })) !== whole;
  return { ...page, replacing, records: sample.filter(isRecord) };
}
