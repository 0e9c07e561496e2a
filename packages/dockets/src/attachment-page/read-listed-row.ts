import type { CourtKind } from '../courts/court.js';
import { textOf } from '../html/block-text.js';
import type { Cell, Field, Link, Row, TextRun } from '../html/page.js';
import { documentIdOf } from '../identifiers/document-id.js';
import { collapse } from '../text/collapse.js';
import { tidyOrNull } from '../text/tidy.js';
import type { ListedDocument } from './attachment-page.js';

/** A row of the list, with what it says of the whole. */
export interface ListedRow {
  readonly document: ListedDocument;
  /** Whether it is the main document's, if it is the first row. */
  readonly isMain: boolean;
  /** The entry's number, if the row is the main document's. */
  readonly documentNumber: number | null;
  /** The link's text, if it is a number. */
  readonly printedNumber: number | null;
  readonly caseId: string | null;
  readonly sequence: string | null;
}

/** The seventh argument, a one-free-look token, is not read. */
const call = /goDLS\(\s*'[^']*'\s*,\s*'(\d*)'\s*,\s*'(\d*)'/;
/** `document_43_0` is the main document of entry 43, `document_43_2` its second attachment. */
const checkbox = /^(?:document|attachment)_(\d*)_(\d+)$/;

/** Reads a row of an attachment page; `null` where none of its cells leads to a document. */
export function readListedRow({ cells }: Row, kind: CourtKind): ListedRow | null {
  const at = cells.findIndex((cell) => linkedRun(cell) !== null);
  if (at < 0) return null;
  const { link, text } = linkedRun(cells[at]!)!;
  const [, entry, part] = checkbox.exec(fieldOf(cells)?.name ?? '') ?? [];
  const printedNumber = integerOf(text);
  const hasHeading = cells.slice(0, at + 1).some((cell) => /Document Number/i.test(textOf(cell)));
  const [, caseId = '', sequence = ''] = call.exec(link.script) ?? [];
  return {
    document: {
      documentId: documentIdOf(link.href)!,
      // Bankruptcy courts have an empty column between.
      description: hasHeading ? null : firstText(cells[at + (kind === 'BANKRUPTCY' ? 2 : 1)]),
      ...extentOf(cells.slice(at + 1), fieldOf(cells)?.value ?? ''),
    },
    isMain: part === undefined || part === '0',
    documentNumber: Number(entry) || (kind === 'BANKRUPTCY' ? null : printedNumber),
    printedNumber,
    caseId: caseId || null,
    sequence: sequence || null,
  };
}

function linkedRun(cell: Cell): (TextRun & { readonly link: Link }) | null {
  for (const node of cell.nodes) {
    if (node.type === 'text' && node.link && documentIdOf(node.link.href) !== null) return { ...node, link: node.link };
  }
  return null;
}

function fieldOf(cells: readonly Cell[]): Field | undefined {
  return cells.flatMap((cell) => cell.nodes).find((node) => node.type === 'field');
}

function firstText(cell: Cell | undefined): string | null {
  return tidyOrNull(cell?.nodes.find((node) => node.type === 'text')?.text);
}

/** `7 pages` in one of the cells; `416.4 KB` in the last; the checkbox says both in its value, and exactly. */
function extentOf(cells: readonly Cell[], value: string): Pick<ListedDocument, 'pages' | 'size' | 'bytes'> {
  const texts = cells.map((cell) => collapse(textOf(cell)));
  const pages = texts.map((text) => /^(\d{1,6}) pages?\b/.exec(text)?.[1]).find((count) => count !== undefined);
  const last = texts.at(-1) ?? '';
  const bytes = /^\w+-(\d{1,15})-\d+$/.exec(value)?.[1];
  return {
    pages: pages === undefined ? null : Number(pages),
    size: /^[\d.,]+ ?[KMG]?B$/i.test(last) ? last : null,
    // Of a restricted document the value says 0.
    bytes: Number(bytes ?? 0) || null,
  };
}

function integerOf(text: string): number | null {
  const digits = /^\s*(\d{1,9})\s*$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}
