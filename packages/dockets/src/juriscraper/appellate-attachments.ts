import type { AppellateAttachment, AppellateAttachments } from '../appellate-attachments/appellate-attachments.js';

/** A document of an appellate entry, under juriscraper's names. */
export interface JuriscraperAppellateAttachment {
  readonly attachment_number: number;
  readonly description: string;
  readonly page_count: number | null;
  readonly pacer_doc_id: string;
  readonly file_size_bytes?: number;
}

/** The documents of an appellate entry, under juriscraper's names. */
export interface JuriscraperAppellateAttachments {
  /** The smallest of the documents' ids. */
  readonly pacer_doc_id: string;
  readonly pacer_case_id: string | null;
  readonly pacer_seq_no: string | null;
  readonly attachments: readonly JuriscraperAppellateAttachment[];
}

/** The documents of an appellate entry under the names and in the shapes of juriscraper. */
export function toJuriscraperAppellateAttachments(page: AppellateAttachments): JuriscraperAppellateAttachments {
  const ids = page.attachments.map(({ documentId }) => documentId);
  return {
    pacer_doc_id: ids.reduce((least, id) => (id < least ? id : least)),
    pacer_case_id: page.caseId,
    pacer_seq_no: page.sequence,
    attachments: page.attachments.map(juriscraperAppellateAttachment),
  };
}

/** One of them. */
export function juriscraperAppellateAttachment(attachment: AppellateAttachment): JuriscraperAppellateAttachment {
  return {
    attachment_number: attachment.number,
    description: attachment.description ?? '',
    page_count: attachment.pages,
    pacer_doc_id: attachment.documentId,
    ...(attachment.bytes === null ? {} : { file_size_bytes: attachment.bytes }),
  };
}
