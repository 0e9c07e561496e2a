import { textOf } from '../html/block-text.js';
import type { Block, Row, Table } from '../html/page.js';
import { parseCivilDate } from '../time/civil-date.js';

/** The rows of the entries' tables, and their header. */
export interface EntryRows {
  readonly header: Row;
  readonly rows: readonly Row[];
}

/**
 * Finds the table of entries, which is the one with a column `Docket Text`, and those behind it that go on with it
 * without a header (long dockets come in several tables); `null` where the page has none.
 */
export function findEntryRows(block: Block): EntryRows | null {
  for (const [at, node] of block.nodes.entries()) {
    if (node.type !== 'table') continue;
    const found = entryRowsOf(node, () => continuations(block, at, node));
    if (found !== null) return found;
  }
  return null;
}

function entryRowsOf(table: Table, further: () => readonly Table[]): EntryRows | null {
  const at = table.rows.findIndex(isHeader);
  if (at >= 0) {
    const rows = [...table.rows.slice(at + 1), ...further().flatMap((next) => next.rows)];
    return { header: table.rows[at]!, rows };
  }
  for (const row of table.rows) {
    for (const cell of row.cells) {
      const found = findEntryRows(cell);
      if (found !== null) return found;
    }
  }
  return null;
}

function isHeader(row: Row): boolean {
  return row.cells.some(({ nodes }) => nodes.some((node) => node.type === 'text' && node.text.includes('Docket Text')));
}

/** Tables that stand beside the first and begin with the date of an entry. Others hold buttons or receipts. */
function continuations(block: Block, at: number, first: Table): readonly Table[] {
  return block.nodes
    .slice(at + 1)
    .filter((node): node is Table => node.type === 'table' && node.parent === first.parent && beginsWithDate(node));
}

function beginsWithDate(table: Table): boolean {
  const cell = table.rows.find(({ cells }) => cells.length > 0)?.cells[0];
  return cell !== undefined && parseCivilDate(textOf(cell)) !== null;
}
