import { canonicalJson, type Statement } from '@vigil/timeline';
import type { AnySource } from '@vigil/source-kit';
import { outcomeOf } from '../outcome.js';
import { fieldsOf } from '../fields.js';
import type { Specimen } from '../specimen.js';
import { recordRowsOf } from './record-rows.js';

/** A specimen, and the same page after the publisher has changed a word of one record. */
export interface Edit {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
  readonly edited: Statement;
}

/** Finds a word of a row by which one record's content changes and nothing else; `null` where there is none. */
export function editOneRecord(source: AnySource, specimen: Specimen): Edit | null {
  const whole = outcomeOf(source, specimen);
  if ('error' in whole) return null;
  const before = whole.reading.statements;
  const known = new Map(before.map((statement) => [statement.recordKey, canonicalJson(statement.content)]));
  const { format, rows, records, replacing } = recordRowsOf(source, specimen);
  for (const at of records) {
    for (const field of fieldsOf(format, rows[at]!)) {
      for (const { 0: word, index } of field.value.matchAll(/\b[a-zA-Z]{3,}\b/g)) {
        const value = `${field.value.slice(0, index)}${word.slice(0, -1)}q${field.value.slice(index + word.length)}`;
        const outcome = outcomeOf(source, specimen, { body: replacing(at, field.with(value)) });
        if ('error' in outcome) continue;
        const after = outcome.reading.statements;
        const changed = after.filter(({ recordKey, content }) => known.get(recordKey) !== canonicalJson(content));
        const [edited] = changed;
        if (
          edited &&
          changed.length === 1 &&
          edited.kind !== 'case' &&
          after.length === before.length &&
          known.has(edited.recordKey)
        )
          return { before, after, edited };
      }
    }
  }
  return null;
}
