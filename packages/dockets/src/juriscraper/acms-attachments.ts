import type { AcmsAttachment, AcmsAttachments } from '../acms/acms-attachments.js';

/** The documents of an entry in ACMS, under juriscraper's names. */
export interface JuriscraperAcmsAttachments {
  readonly pacer_doc_id: string | null;
  readonly pacer_case_id: string | null;
  readonly entry_number: number | null;
  readonly description: string;
  readonly date_filed: string | null;
  readonly date_end: string | null;
  readonly attachments: readonly {
    readonly attachment_number: number | null;
    readonly description: string;
    readonly page_count: number | null;
    readonly pacer_doc_id: string | null;
    readonly acms_document_guid: string | null;
    readonly cost: number | null;
    readonly date_filed: string | null;
    readonly permission: string | null;
    readonly file_size: number | null;
  }[];
}

/** The documents of an entry in ACMS under the names and in the shapes of juriscraper. */
export function toJuriscraperAcmsAttachments(page: AcmsAttachments): JuriscraperAcmsAttachments {
  return {
    pacer_doc_id: page.entryId,
    pacer_case_id: page.caseId,
    entry_number: page.entryNumber,
    description: page.text,
    date_filed: dayOf(page.createdAt),
    date_end: page.filedOn,
    attachments: page.attachments.map((attachment) => ({
      attachment_number: attachment.number,
      description: descriptionOf(attachment),
      page_count: attachment.pages,
      pacer_doc_id: page.entryId,
      acms_document_guid: attachment.documentId,
      cost: attachment.cost,
      date_filed: dayOf(attachment.createdAt),
      permission: attachment.permission,
      file_size: attachment.size,
    })),
  };
}

/** The day in UTC, whatever day it was at court. */
function dayOf(instant: string | null): string | null {
  return instant?.slice(0, 10) ?? null;
}

/** `25-9936 014-02 - Motion FILED - Affidavit.pdf`: the third part, if there are three. */
function descriptionOf({ fileName }: AcmsAttachment): string {
  const parts = (fileName ?? '').split(' - ');
  return parts.length === 3 ? parts[2]!.replace(/\.\w{2,4}$/, '') : (fileName ?? '');
}
