import { VigilError } from '@vigil/errors';
import { countsMainDocument } from '../courts/attachment-numbering.js';
import { courtById } from '../courts/court-by-id.js';
import type { Court } from '../courts/court.js';
import { readPage, type Page } from '../html/read-page.js';
import type { Attachment, AttachmentPage } from './attachment-page.js';
import { readListedRow, type ListedRow } from './read-listed-row.js';

/**
 * Reads the list of an entry's documents of a district or bankruptcy court (`/doc1/…` of an entry with
 * attachments). Pure. Throws UNKNOWN_COURT, and NOT_A_DOCKET where no row of the page leads to a document.
 */
export function readAttachmentPage(bytes: Uint8Array, { court: id }: { readonly court: string }): AttachmentPage {
  const court = courtById(id);
  return attachmentPageOf(readPage(bytes), court);
}

/** The same from a page that was read. Throws NOT_A_DOCKET. */
export function attachmentPageOf(page: Page, court: Court): AttachmentPage {
  const rows = listedRows(page, court);
  const [first, ...others] = rows;
  if (!first) throw new VigilError('NOT_A_DOCKET', 'no row of the page leads to a document');
  return {
    court: court.id,
    documentNumber: first.isMain ? first.documentNumber : null,
    ...caseOf(page, rows),
    main: first.isMain ? first.document : null,
    attachments: (first.isMain ? others : rows).map((row) => attachmentOf(row, court)),
  };
}

function listedRows({ tables }: Page, court: Court): readonly ListedRow[] {
  return tables.flatMap(({ rows }) => rows.flatMap((row) => readListedRow(row, court.kind) ?? []));
}

function attachmentOf({ document, printedNumber }: ListedRow, court: Court): Attachment {
  const counted = countsMainDocument(court, document.documentId) ? 1 : 0;
  return { ...document, number: printedNumber === null ? null : printedNumber - counted, printedNumber };
}

/** The links of newer pages call `goDLS(path, case id, sequence, …)`; older pages name both only in their buttons. */
function caseOf({ html }: Page, rows: readonly ListedRow[]): Pick<AttachmentPage, 'caseId' | 'sequence'> {
  const called = rows.find((row) => row.caseId !== null);
  if (called) return { caseId: called.caseId, sequence: called.sequence };
  return {
    caseId: /[?&;]caseid=(\d+)/.exec(html)?.[1] ?? null,
    sequence: /[?&;](?:arr_)?de_seq_nums?=(\d+)/.exec(html)?.[1] ?? null,
  };
}
