/** Rows of a history report as those of a docket report, so that an entry has the same keys on both. */
import type { HistoryEntry, ReportedEntry } from '@vigil/dockets';
import { docketedText } from '../cmecf-docket/docketed-text.js';

/** A row as the docket report would print it, with the names of its events. */
export interface HistoryRow extends ReportedEntry {
  /** Sorted, each once. */
  readonly labels: readonly string[];
}

/** Rows of one row id are the events of one entry; so are, in reports with texts, rows of one number and text. */
export function historyRows(entries: readonly HistoryEntry[]): readonly HistoryRow[] {
  const rows: HistoryRow[] = [];
  const places = new Map<string, number>();
  for (const entry of entries) {
    const row = rowOf(entry);
    const name = nameOf(row);
    const place = name === null ? undefined : places.get(name);
    if (place !== undefined) rows[place] = joined(rows[place]!, row);
    else {
      if (name !== null) places.set(name, rows.length);
      rows.push(row);
    }
  }
  return rows;
}

function nameOf({ sequence, number, text, filedOn, enteredOn }: HistoryRow): string | null {
  if (sequence !== null) return sequence;
  return number === null || text === '' ? null : [number, filedOn, enteredOn, text].join('\u001f');
}

function joined(one: HistoryRow, other: HistoryRow): HistoryRow {
  return {
    ...one,
    labels: [...new Set([...one.labels, ...other.labels])].sort(),
    text: one.text === '' ? other.text : one.text,
  };
}

function rowOf(entry: HistoryEntry): HistoryRow {
  const { number, documentId, documentUrl, sequence, filedOn, enteredOn, label, text } = entry;
  const name = label.replace(/\s+/g, ' ').trim();
  return {
    number,
    documentId,
    documentUrl,
    sequence,
    filedOn,
    enteredOn,
    printedNumber: null,
    text: text === null ? '' : docketedText(text, enteredOn),
    labels: name === '' ? [] : [name],
    files: [],
  };
}
