import type { Court } from '../courts/court.js';
import { textOf } from '../html/block-text.js';
import type { Field, Row, Table } from '../html/page.js';
import { tidyOrNull } from '../text/tidy.js';
import type { ReportedFile } from './docket-report.js';

/** District: name `document_CASE_SEQUENCE_NUMBER`, value `ID-BYTES-PAGES`. Bankruptcy: id `arr_de_seq_nums_SEQUENCE_BYTES`, value `ID`. */
const districtName = /^document_\d+_(\d+)_\d+$/;
const districtValue = /^(\d+)-(\d+)-(\d+)$/;
const bankruptcyId = /^arr_de_seq_nums_(\d+)_(\d+)$/;

/** Reads the files of one entry, from the table below its row in a report made to view multiple documents. */
export function readFiles(table: Table, court: Pick<Court, 'documentIdPrefix'>): readonly ReportedFile[] {
  return table.rows.flatMap((row) => readFile(row, court) ?? []);
}

function readFile(row: Row, { documentIdPrefix }: Pick<Court, 'documentIdPrefix'>): ReportedFile | null {
  const field = row.cells.flatMap(({ nodes }) => nodes).find((node): node is Field => node.type === 'field');
  // The first column is for the check box, which sealed files do not have.
  const [number, description, pages, size] = row.cells.slice(1).map((cell) => tidyOrNull(textOf(cell)));
  if (!/^\d+$/.test(number ?? '')) return null;
  const [, id = null, bytes, pageCount] = districtValue.exec(field?.value ?? '') ?? [];
  const bankruptcy = bankruptcyId.exec(field?.id ?? '');
  const suffix = id ?? (bankruptcy === null ? null : (field?.value ?? null));
  return {
    number: Number(number),
    description: description ?? null,
    documentId: suffix === null || documentIdPrefix === null ? null : `${documentIdPrefix}0${suffix}`,
    sequence: districtName.exec(field?.name ?? '')?.[1] ?? bankruptcy?.[1] ?? null,
    pages: count(pageCount ?? /^(\d+) pages?\b/.exec(pages ?? '')?.[1]),
    bytes: count(bytes ?? bankruptcy?.[2]),
    size: /[kmg]b/i.test(size ?? '') ? size! : null,
  };
}

/** What is not told, or told as 0, is not known. */
function count(digits: string | undefined): number | null {
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}
