import { VigilError } from '@vigil/errors';
import { courtById } from '../courts/court-by-id.js';
import { readPage } from '../html/read-page.js';
import type { AppellateAttachments } from './appellate-attachments.js';
import { readAttachmentRow, type Extent } from './read-attachment-row.js';

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
  const extents = extentsOf(html);
  const attachments = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => readAttachmentRow(row, extents)?.attachment ?? []),
  );
  if (attachments.length === 0) throw new VigilError('NOT_A_DOCKET', 'no row of the page leads to a document');
  return {
    court: court.id,
    caseId: /[?&;]caseId=(\d+)/.exec(html)?.[1] ?? null,
    sequence: /[?&;]d=(\d+)/.exec(html)?.[1] ?? null,
    attachments,
  };
}

/** The script of each checkbox is called with the document's pages, bytes and row id, by which they are found. */
function extentsOf(html: string): ReadonlyMap<string, Extent> {
  const calls = html.matchAll(/sumDocSelected\(this,\s*(\d{1,9}),\s*(\d{1,12}),\s*(\d{1,20})\)/g);
  return new Map([...calls].map((call) => [call[3]!, { pages: Number(call[1]), bytes: Number(call[2]) }]));
}
