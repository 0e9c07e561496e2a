/** A document of an appellate entry. */
export interface AppellateAttachment {
  /** First column, from 1: courts of appeals count all documents of an entry alike. */
  readonly number: number;
  readonly documentId: string;
  readonly description: string | null;
  /** Of the checkbox, which is right where the column is not; else of the column. */
  readonly pages: number | null;
  /** As printed (`67.47 KB`); in dockets only. */
  readonly size: string | null;
  /** Of the document's checkbox; pages without checkboxes do not tell it. */
  readonly bytes: number | null;
}

/** What a court of appeals answers where an entry has several documents (“N Documents are attached to this filing”). */
export interface AppellateAttachments {
  /** Court id. */
  readonly court: string;
  /** The court's id of the case, from the page's scripts; `null` where they do not name it. */
  readonly caseId: string | null;
  /** The court's row id of the entry, from the same place. */
  readonly sequence: string | null;
  /** Never empty. */
  readonly attachments: readonly AppellateAttachment[];
}
