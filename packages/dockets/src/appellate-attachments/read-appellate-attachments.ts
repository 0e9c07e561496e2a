import { VigilError } from '@vigil/errors';
import { courtById } from '../courts/court-by-id.js';
import { textOf } from '../html/block-text.js';
import type { Cell, Row } from '../html/page.js';
import { readPage } from '../html/read-page.js';
import { documentIdOf } from '../identifiers/document-id.js';
import { collapse } from '../text/collapse.js';
import { tidyOrNull } from '../text/tidy.js';
import type { AppellateAttachment, AppellateAttachments } from './appellate-attachments.js';

/**
 * Reads the list of an entry's documents of a court of appeals (`/docs1/…` of an entry with several). Pure. Throws
 * UNKNOWN_COURT, and NOT_A_DOCKET where no row of the page leads to a document.
 */
export function readAppellateAttachments(
  bytes: Uint8Array,
  { court: id }: { readonly court: string },
): AppellateAttachments {
  const court = courtById(id);
  const { html, tables } = readPage(bytes);
  const sizes = sizesOf(html);
  const attachments = tables.flatMap(({ rows }) => rows.flatMap((row) => attachmentOf(row, sizes) ?? []));
  if (attachments.length === 0) throw new VigilError('NOT_A_DOCKET', 'no row of the page leads to a document');
  return {
    court: court.id,
    caseId: /[?&;]caseId=(\d+)/.exec(html)?.[1] ?? null,
    sequence: /[?&;]d=(\d+)/.exec(html)?.[1] ?? null,
    attachments,
  };
}

/** The script of each checkbox is called with the document's pages, bytes and row id. */
function sizesOf(html: string): ReadonlyMap<string, number> {
  const calls = html.matchAll(/sumDocSelected\(this,\s*\d{1,9},\s*(\d{1,12}),\s*(\d{1,20})\)/g);
  return new Map([...calls].map((call) => [call[2]!, Number(call[1])]));
}

/** A row: checkbox (not everywhere), number, link, description, pages. */
function attachmentOf({ cells }: Row, sizes: ReadonlyMap<string, number>): AppellateAttachment | null {
  const at = cells.findIndex((cell) => linkedId(cell) !== null);
  if (at < 1) return null;
  const number = integerOf(cells[at - 1]);
  if (number === null) return null;
  const field = cells.flatMap(({ nodes }) => nodes).find((node) => node.type === 'field');
  const description = cells[at + 1];
  return {
    number,
    documentId: linkedId(cells[at]!)!,
    description: description === undefined ? null : tidyOrNull(textOf(description)),
    pages: integerOf(cells[at + 2]),
    bytes: sizes.get(field?.value ?? '') ?? null,
  };
}

function linkedId({ nodes }: Cell): string | null {
  for (const node of nodes) {
    const id = node.type === 'text' && node.link ? documentIdOf(node.link.href) : null;
    if (id !== null) return id;
  }
  return null;
}

function integerOf(cell: Cell | undefined): number | null {
  const digits = cell === undefined ? undefined : /^\d{1,9}$/.exec(collapse(textOf(cell)))?.[0];
  return digits === undefined ? null : Number(digits);
}
