/** Rows of a history report as those of a docket report, so that an entry has the same keys on both. */
import type { HistoryEntry, ReportedEntry } from '@vigil/dockets';
import { docketedText } from '../cmecf-docket/docketed-text.js';

/** A row as the docket report would print it, with the names of its events. */
export interface HistoryRow extends ReportedEntry {
  /** Sorted, each once. */
  readonly labels: readonly string[];
}

/** Rows of one row id are the events of one entry. */
export function historyRows(entries: readonly HistoryEntry[]): readonly HistoryRow[] {
  const rows: HistoryRow[] = [];
  const places = new Map<string, number>();
  for (const entry of entries) {
    const row = rowOf(entry);
    const place = row.sequence === null ? undefined : places.get(row.sequence);
    if (place !== undefined) rows[place] = joined(rows[place]!, row);
    else {
      if (row.sequence !== null) places.set(row.sequence, rows.length);
      rows.push(row);
    }
  }
  return rows;
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
