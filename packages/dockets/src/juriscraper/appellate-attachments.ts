import type { AppellateAttachments } from '../appellate-attachments/appellate-attachments.js';

/** The documents of an appellate entry, under juriscraper's names. */
export interface JuriscraperAppellateAttachments {
  /** The smallest of the documents' ids. */
  readonly pacer_doc_id: string;
  readonly pacer_case_id: string | null;
  readonly pacer_seq_no: string | null;
  readonly attachments: readonly {
    readonly attachment_number: number;
    readonly description: string;
    readonly page_count: number | null;
    readonly pacer_doc_id: string;
    readonly file_size_bytes?: number;
  }[];
}

/** The documents of an appellate entry under the names and in the shapes of juriscraper. */
export function toJuriscraperAppellateAttachments(page: AppellateAttachments): JuriscraperAppellateAttachments {
  const ids = page.attachments.map(({ documentId }) => documentId);
  return {
    pacer_doc_id: ids.reduce((least, id) => (id < least ? id : least)),
    pacer_case_id: page.caseId,
    pacer_seq_no: page.sequence,
    attachments: page.attachments.map(({ number, description, pages, documentId, bytes }) => ({
      attachment_number: number,
      description: description ?? '',
      page_count: pages,
      pacer_doc_id: documentId,
      ...(bytes === null ? {} : { file_size_bytes: bytes }),
    })),
  };
}
