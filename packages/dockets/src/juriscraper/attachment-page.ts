import type { AttachmentPage, ListedDocument } from '../attachment-page/attachment-page.js';

/** A document of an attachment page, under juriscraper's names. */
export interface JuriscraperListedDocument {
  readonly pacer_doc_id: string | null;
  readonly pacer_seq_no: string | null;
  readonly page_count: number | null;
  readonly file_size_str: string;
  readonly file_size_bytes?: number;
}

/** An attachment page, under juriscraper's names; its main document's values stand beside its own. */
export interface JuriscraperAttachmentPage extends Partial<JuriscraperListedDocument> {
  readonly document_number: number | null;
  readonly pacer_case_id: string | null;
  readonly attachments: readonly (JuriscraperListedDocument & {
    readonly attachment_number: number | null;
    readonly description: string;
  })[];
}

/**
 * An attachment page under the names and in the shapes of juriscraper. That knows the entry's number only where the
 * page calls its document the main one, and takes the first attachment's id where there is no main document.
 */
export function toJuriscraperAttachmentPage(page: AttachmentPage): JuriscraperAttachmentPage {
  const { main, attachments } = page;
  const calledMain =
    main !== null && (main.description === null || main.bytes !== null || /^Main Doc/i.test(main.description));
  return {
    document_number: calledMain ? page.documentNumber : null,
    pacer_case_id: page.caseId,
    ...(main === null
      ? { pacer_doc_id: attachments[0]?.documentId ?? null, pacer_seq_no: page.sequence }
      : listed(main, page)),
    attachments: attachments.map((attachment) => ({
      ...listed(attachment, page),
      attachment_number: attachment.number,
      description: attachment.description ?? '',
    })),
  };
}

function listed(document: ListedDocument, { sequence }: AttachmentPage): JuriscraperListedDocument {
  return {
    pacer_doc_id: document.documentId,
    pacer_seq_no: sequence,
    page_count: document.pages,
    file_size_str: /[KM]B$/i.test(document.size ?? '') ? document.size! : '',
    ...(document.bytes === null ? {} : { file_size_bytes: document.bytes }),
  };
}
