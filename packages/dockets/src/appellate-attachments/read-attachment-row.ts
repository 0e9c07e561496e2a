import { textOf } from '../html/block-text.js';
import type { Cell, Row } from '../html/page.js';
import { documentIdOf } from '../identifiers/document-id.js';
import { collapse } from '../text/collapse.js';
import { tidyOrNull } from '../text/tidy.js';
import type { AppellateAttachment } from './appellate-attachments.js';

/** How long a document is. */
export interface Extent {
  readonly pages: number;
  readonly bytes: number;
}

/** A document, and the row id of its entry where the row names it. */
export interface AttachmentRow {
  readonly sequence: string | null;
  readonly attachment: AppellateAttachment;
}

/**
 * Reads a row of the documents of an appellate entry: checkbox (not everywhere), number, link, description, pages,
 * size (not everywhere); `null` where it is none. `extents` are those that the page's scripts tell by the document's
 * row id, the checkbox's value. In dockets that value tells all of it: entry's row id, document's, pages, bytes.
 */
export function readAttachmentRow({ cells }: Row, extents: ReadonlyMap<string, Extent>): AttachmentRow | null {
  const at = cells.findIndex((cell) => linkedId(cell) !== null);
  const number = integerOf(cells[at - 1]);
  if (at < 1 || number === null) return null;
  const value = cells.flatMap(({ nodes }) => nodes).find((node) => node.type === 'field')?.value ?? '';
  const [, sequence = null, pages, bytes] = /^(\d+) \d+ (\d{1,9}) (\d{1,12})$/.exec(value) ?? [];
  const extent = pages === undefined ? extents.get(value) : { pages: Number(pages), bytes: Number(bytes) };
  return {
    sequence,
    attachment: {
      number,
      documentId: linkedId(cells[at]!)!,
      description: tidyOrNull(cellText(cells[at + 1])),
      pages: extent?.pages ?? integerOf(cells[at + 2]),
      size: /^[\d.,]+ [KMG]?B$/.exec(cellText(cells[at + 3]))?.[0] ?? null,
      bytes: extent?.bytes ?? null,
    },
  };
}

function linkedId({ nodes }: Cell): string | null {
  for (const node of nodes) {
    const id = node.type === 'text' && node.link ? documentIdOf(node.link.href) : null;
    if (id !== null) return id;
  }
  return null;
}

function cellText(cell: Cell | undefined): string {
  return cell === undefined ? '' : collapse(textOf(cell));
}

function integerOf(cell: Cell | undefined): number | null {
  const digits = /^\d{1,9}$/.exec(cellText(cell))?.[0];
  return digits === undefined ? null : Number(digits);
}
