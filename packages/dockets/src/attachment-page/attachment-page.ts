/** A document in the list of an attachment page. */
export interface ListedDocument {
  /** From its link, fourth digit 0. */
  readonly documentId: string;
  /**
   * Text of the description column, `*Restricted*` where the court says no more; `null` where the column is
   * empty, and of main documents that the page puts under a heading of their own.
   */
  readonly description: string | null;
  /** `null` where the page does not say (restricted documents). */
  readonly pages: number | null;
  /** As printed (`0.7 mb`, `416.4 KB`, `0 B`); old pages have none. */
  readonly size: string | null;
  /** From the value of the document's checkbox (`id-bytes-pages`); pages without checkboxes have none. */
  readonly bytes: number | null;
}

/** A document that is attached to the main document. */
export interface Attachment extends ListedDocument {
  /** From 1, the main document not counted, whichever way the page counts; `null` where no number is printed. */
  readonly number: number | null;
  /** As the page counts: bankruptcy courts, and district courts long ago, call the main document 1. */
  readonly printedNumber: number | null;
}

/** What a court answers where an entry has several documents: the “Document Selection Menu”. */
export interface AttachmentPage {
  /** Court id. */
  readonly court: string;
  /** The entry's number; `null` where the page does not print it (bankruptcy courts' older pages). */
  readonly documentNumber: number | null;
  /** The court's id of the case, from the links' `goDLS` or from the buttons below the list. */
  readonly caseId: string | null;
  /** The court's row id of the entry, from the same places. */
  readonly sequence: string | null;
  /** The main document; `null` where it is not in the list (withdrawn, or not to be seen). */
  readonly main: ListedDocument | null;
  /** In the page's order. Numbers of withdrawn attachments are missing. */
  readonly attachments: readonly Attachment[];
}
