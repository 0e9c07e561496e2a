/**
 * A page of a court as its readers want it: text with its style, tables with their cells. Markup that says
 * nothing to them is gone; its text is kept. See `read-page.ts` for how tag soup becomes this.
 */

/** Styles of text, as bits. Those of a table's surroundings that say where it is hold in its cells, too. */
export const Style = {
  BOLD: 1,
  ITALIC: 2,
  UNDERLINED: 4,
  /** In `<center>`. */
  CENTERED: 8,
  /** In `<h3>`. */
  HEADING: 16,
  /** In `<font>`. */
  FONT: 32,
} as const;

/** `<a>`, and what its text stands in. */
export interface Link {
  readonly href: string;
  /** `onclick`, a call of CM/ECF's `goDLS` where it leads to a document; empty without one. */
  readonly script: string;
}

/** Text without markup within it: what a parser of HTML calls a text node. White space as printed. */
export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  /** Bits of `Style`. */
  readonly style: number;
  readonly link: Link | null;
}

/** `<br>` or `<p>`. */
export interface LineBreak {
  readonly type: 'break';
  /** Bits of `Style`: whether an element goes on behind it. */
  readonly style: number;
}

/** `<input>`. Attributes that it does not have are empty. */
export interface Field {
  readonly type: 'field';
  readonly id: string;
  readonly name: string;
  readonly value: string;
}

/** `<table>`, with its rows of all sections. */
export interface Table {
  readonly type: 'table';
  readonly rows: readonly Row[];
  /** Which element it stands in: equal in tables of one block that are siblings. */
  readonly parent: number;
  /** Whether there is a `<center>` within it. */
  readonly centers: boolean;
}

/** `<tr>`. */
export interface Row {
  readonly cells: readonly Cell[];
}

/** What stands in a page's body, or in a cell. */
export type Node = TextRun | LineBreak | Field | Table;

/** Nodes in their order on the page. */
export interface Block {
  readonly nodes: readonly Node[];
}

/** `<td>` or, as a `header`, `<th>`. */
export interface Cell extends Block {
  readonly header: boolean;
}
