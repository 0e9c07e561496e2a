import { Style, type Block, type Cell, type Node } from '../html/page.js';
import { collapse } from '../text/collapse.js';

/** A label in bold, and what follows it in its cell. */
export interface LabelledValue {
  /** Without colon; white space single. */
  readonly label: string;
  /** White space single; empty where the value stands elsewhere. */
  readonly value: string;
  /** Where a link in the value leads. */
  readonly href: string | null;
}

/** Every label of a section, in the page's order. A row of nothing but labels has its values in the row below. */
export function labelledValues(block: Block): readonly LabelledValue[] {
  const found = valuesOfCell(block.nodes);
  for (const node of block.nodes) {
    if (node.type !== 'table') continue;
    let above: readonly LabelledValue[] = [];
    for (const { cells } of node.rows) {
      const values = cells.map((cell) => labelledValues(cell));
      if (isLabelRow(values)) above = values.flat();
      else {
        found.push(...values.flat(), ...above.flatMap((label, column) => valueBelow(label, cells[column])));
        above = [];
      }
    }
  }
  return found;
}

function valuesOfCell(nodes: readonly Node[]): LabelledValue[] {
  const found: { label: string; value: string; href: string | null }[] = [];
  let isOpen = false;
  for (const node of nodes) {
    const last = found.at(-1);
    if (node.type === 'table') isOpen = false;
    else if (node.type !== 'text') {
      if (last && isOpen) last.value += ' ';
    } else if ((node.style & Style.BOLD) !== 0 && /\S/.test(node.text)) {
      found.push({ label: collapse(node.text).replace(/\s*:$/, ''), value: '', href: null });
      isOpen = true;
    } else if (last && isOpen) {
      last.value += node.text;
      last.href ??= node.link?.href ?? null;
    }
  }
  return found.map((each) => ({ ...each, value: collapse(each.value) }));
}

function isLabelRow(values: readonly (readonly LabelledValue[])[]): boolean {
  return values.length > 1 && values.every((inCell) => inCell.length === 1 && inCell[0]!.value === '');
}

function valueBelow({ label }: LabelledValue, cell: Cell | undefined): readonly LabelledValue[] {
  if (cell === undefined) return [];
  const text = cell.nodes.map((node) => (node.type === 'text' ? node.text : ' ')).join('');
  return [{ label, value: collapse(text), href: null }];
}
