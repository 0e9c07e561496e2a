/** A document of an entry in ACMS. */
export interface AcmsAttachment {
  /** `documentNumber`, without the entry's in front of it (`2` of `14.2`). */
  readonly number: number | null;
  /** The document's id, a UUID. */
  readonly documentId: string | null;
  /** The file's name. It begins with case and entry, and ends in what the filer called the document. */
  readonly fileName: string | null;
  readonly pages: number | null;
  /** As ACMS counts it, in kilobytes by the look of it. */
  readonly size: number | null;
  /** In dollars. */
  readonly cost: number | null;
  /** `Public` */
  readonly permission: string | null;
  /** UTC, to the second. */
  readonly createdAt: string | null;
}

/** The documents of an entry in ACMS, from the JSON behind its pages. */
export interface AcmsAttachments {
  /** Court id. */
  readonly court: string;
  /** A UUID. */
  readonly caseId: string | null;
  /** The entry's id, a UUID. */
  readonly entryId: string | null;
  readonly entryNumber: number | null;
  readonly filedOn: string | null;
  /** UTC, to the second. */
  readonly createdAt: string | null;
  readonly text: string;
  readonly attachments: readonly AcmsAttachment[];
}
