import { VigilError } from '@vigil/errors';
import { courtById } from '../courts/court-by-id.js';
import { JsonObject } from '../json/json-object.js';
import type { AcmsAttachment, AcmsAttachments } from './acms-attachments.js';
import { acmsText, instantOf, isoDateOf } from './acms-values.js';

/**
 * Reads the list of an entry's documents of ACMS (ca2, ca9) from the JSON behind its pages, `{ caseDetails,
 * docketEntry, docketEntryDocuments }`. Pure. Throws UNKNOWN_COURT, and NOT_A_DOCKET where the bytes are no such JSON.
 */
export function readAcmsAttachments(bytes: Uint8Array, { court: id }: { readonly court: string }): AcmsAttachments {
  const court = courtById(id);
  const json = JsonObject.parse(bytes);
  const entry = json.object('docketEntry');
  if (!entry) throw new VigilError('NOT_A_DOCKET', 'the JSON has no docketEntry');
  return {
    court: court.id,
    caseId: json.object('caseDetails')?.text('caseId') ?? null,
    entryId: entry.text('docketEntryId'),
    entryNumber: entry.integer('entryNumber'),
    filedOn: isoDateOf(entry, 'endDate'),
    createdAt: instantOf(entry, 'createdOn'),
    text: acmsText(entry, 'docketEntryText'),
    attachments: json.objects('docketEntryDocuments').map(attachmentOf),
  };
}

function attachmentOf(item: JsonObject): AcmsAttachment {
  const part = /^(?:\d+\.)?(\d{1,6})$/.exec(item.raw('documentNumber') ?? '')?.[1];
  return {
    number: part === undefined ? null : Number(part),
    documentId: item.text('docketDocumentDetailsId'),
    fileName: item.text('name'),
    pages: item.integer('pageCount'),
    size: item.integer('fileSize'),
    cost: item.number('cost'),
    permission: item.text('documentPermission'),
    createdAt: instantOf(item, 'createdOn'),
  };
}
