import { collapse } from '../text/collapse.js';
import type { Block, Table, TextRun } from './page.js';

/** The text of a block, without anything for its breaks; the cells of tables within it stand apart. */
export function textOf(block: Block): string {
  let text = '';
  for (const node of block.nodes) {
    if (node.type === 'text') text += node.text;
    else if (node.type === 'table') text += ` ${textOfTable(node)} `;
  }
  return text;
}

/**
 * The text of a block with white space single, in which a break between words that nothing else parts is `\n`: courts
 * write `ORDER<br>GRANTING`. Without these, it is what `textOf` says.
 */
export function proseOf(block: Block): string {
  if (!block.nodes.some(({ type }) => type === 'break')) return collapse(textOf(block));
  let prose = '';
  let parted = false;
  for (const line of rawLinesOf(block)) {
    const text = collapse(line);
    if (text !== '') {
      if (prose !== '') prose += parted || /^\s/.test(line) ? ' ' : '\n';
      prose += text;
    }
    parted = line === '' ? parted : /\s$/.test(line);
  }
  return prose;
}

function rawLinesOf(block: Block): readonly string[] {
  const lines = [''];
  for (const node of block.nodes) {
    if (node.type === 'break') lines.push('');
    else if (node.type === 'text') lines[lines.length - 1] += node.text;
    else if (node.type === 'table') lines[lines.length - 1] += ` ${textOfTable(node)} `;
  }
  return lines;
}

function textOfTable(table: Table): string {
  return table.rows.map((row) => row.cells.map(textOf).join(' ')).join(' ');
}

/** The lines of a block, as printed: what stands between its breaks. Text nodes of a line stand apart. */
export function linesOf(block: Block): readonly string[] {
  const lines: string[] = [];
  let line: string | null = null;
  const add = (within: Block): void => {
    for (const node of within.nodes) {
      if (node.type === 'text') line = line === null ? node.text : `${line} ${node.text}`;
      else if (node.type === 'table') for (const row of node.rows) row.cells.forEach(add);
      else if (node.type === 'break' && line !== null) {
        lines.push(line);
        line = null;
      }
    }
  };
  add(block);
  if (line !== null) lines.push(line);
  return lines;
}

/** Every run of a block, those in its tables included, in the page's order. */
export function* runsOf(block: Block): Generator<TextRun> {
  for (const node of block.nodes) {
    if (node.type === 'text') yield node;
    else if (node.type === 'table') for (const row of node.rows) for (const cell of row.cells) yield* runsOf(cell);
  }
}

/** Every table of a block and of its tables' cells, each before those within it. */
export function* tablesOf(block: Block): Generator<Table> {
  for (const node of block.nodes) {
    if (node.type !== 'table') continue;
    yield node;
    for (const row of node.rows) for (const cell of row.cells) yield* tablesOf(cell);
  }
}

/** Whether any text of a block, not counting tables within it, has all styles of a set. */
export function hasStyle(block: Block, style: number): boolean {
  return block.nodes.some((node) => node.type === 'text' && (node.style & style) === style);
}
