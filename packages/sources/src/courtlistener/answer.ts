/** The answer of `/api/rest/v4/docket-entries/`, as far as it is read. */
import { z } from 'zod';

/** A page holds so many entries where there is a next one. */
export const pageSize = 20;

/** A page of the list. Its rows are looked at one by one, so that a bad one does not lose the others. */
export const pageShape = z.object({
  /** Address of the next page; `null` where this is the last. */
  next: z.url().nullable(),
  results: z.array(z.unknown()),
});

const document = z.object({
  /** 1: the document of the entry; 2: an attachment. */
  document_type: z.int(),
  /** The court's id of it; blank where CourtListener does not know it. */
  pacer_doc_id: z.string().nullable(),
  /** The short description, from the court's feed or its page of attachments; mostly blank. */
  description: z.string(),
});

/** A row of the docket. Days and times are of the court's zone, as CourtListener has one zone a court. */
export const rowShape = z.object({
  id: z.int().positive(),
  /** Address of the docket. */
  docket: z.string(),
  date_modified: z.iso.datetime({ offset: true }),
  date_filed: z.iso.date().nullable(),
  /** Known of entries from a feed or a mail: when it was docketed. */
  time_filed: z.iso.time().nullable(),
  /** The number on the docket; of some courts of appeals the document's id. */
  entry_number: z.int().nonnegative().nullable(),
  /** The court's row id (`de_seq_num`). What is called recap_sequence_number there is CourtListener's own order. */
  pacer_sequence_number: z.int().nonnegative().nullable(),
  /** The docket text; blank of an entry made from a feed, until somebody's docket report fills it. */
  description: z.string(),
  recap_documents: z.array(document),
});

/** One row. */
export type Row = z.output<typeof rowShape>;
