/** The head of a docket report: its heading, and the table of facts below it. */
import { linesOf, runsOf, textOf } from '../html/block-text.js';
import type { Block, Cell, Table } from '../html/page.js';
import { collapse } from '../text/collapse.js';
import { tidy, tidyOrNull } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';

/** The facts of a report's head, by the lines that they are printed on. */
export class ReportHead {
  /** The lines of every cell; what cells hold that hold cells comes twice. */
  readonly #lines: readonly string[];
  /** The first line of the first cell, where district courts print the caption. */
  readonly firstLine: string;

  constructor(table: Table) {
    const lines = cellsOf(table).flatMap(linesOf).map(collapse);
    this.firstLine = lines[0] ?? '';
    // At last the whole, for labels and values that have lines or cells of their own.
    this.#lines = [...lines, lines.join(' ')];
  }

  /** What stands behind a label. */
  value(label: RegExp): string | null {
    for (const line of this.#lines) {
      const value = label.exec(line)?.[1];
      // In the whole, a value runs on into what follows it, dates and all.
      if (value !== undefined && !/date filed/i.test(value)) return tidyOrNull(value);
    }
    return null;
  }

  /** `YYYY-MM-DD`. */
  date(label: RegExp): string | null {
    return parseCivilDate(this.value(label) ?? '');
  }
}

/** Cells that are no headers, each before those within it. */
function cellsOf(table: Table): readonly Cell[] {
  const cells: Cell[] = [];
  const add = ({ rows }: Table): void => {
    for (const row of rows) {
      for (const cell of row.cells) {
        if (!cell.header) cells.push(cell);
        for (const node of cell.nodes) if (node.type === 'table') add(node);
      }
    }
  };
  add(table);
  return cells;
}

const filed = /Date [fF]iled:|Filed Date:/;

/** The outermost table that says when the case was filed, and is not a page's layout; `null` where there is none. */
export function headTable(tables: readonly Table[]): Table | null {
  return tables.find((table) => !table.centers && cellsOf(table).some(saysWhenFiled)) ?? null;
}

function saysWhenFiled(cell: Cell): boolean {
  return cell.nodes.some((node) => node.type === 'text' && filed.test(node.text));
}

/** What stands above the table of facts. */
export interface Heading {
  /** `CIVIL DOCKET FOR CASE #: …`, with the names of court and office before it; lines joined. */
  readonly text: string;
  readonly flags: readonly string[];
}

const numbered = /\d\d-(?:[a-z~]\w{0,4}-)?\d{2,}|MDL No\./i;

/** The first text in a style (`<h3>`, or `<font>` in `<center>`) that holds a docket number. */
export function headingOf(body: Block, style: number): Heading | null {
  let text = '';
  for (const run of runsOf(body)) {
    if ((run.style & style) === style) text += run.text;
    else if (numbered.test(text)) break;
    else text = '';
  }
  return numbered.test(text) ? { text: tidy(text), flags: flagsOf(body, style) } : null;
}

/** `CLOSED, DEFER`, in a table of its own above the heading. */
function flagsOf(body: Block, style: number): readonly string[] {
  const heading = body.nodes.findIndex((node) => node.type === 'text' && (node.style & style) === style);
  const table = body.nodes.slice(0, Math.max(heading, 0)).findLast((node) => node.type === 'table');
  if (table?.type !== 'table') return [];
  return textOf({ nodes: [table] })
    .split(',')
    .map(tidy)
    .filter((flag) => flag !== '');
}
