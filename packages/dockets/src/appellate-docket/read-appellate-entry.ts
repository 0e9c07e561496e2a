import { textOf } from '../html/block-text.js';
import type { Cell, Row } from '../html/page.js';
import { documentIdOf } from '../identifiers/document-id.js';
import { documentUrl } from '../identifiers/document-url.js';
import { scrub } from '../text/scrub.js';
import { tidy } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';
import { enteredTime } from '../time/entered-time.js';
import type { AppellateEntry } from './appellate-docket.js';

/** An entry without its documents, which stand in other rows. */
export type EntryRow = Omit<AppellateEntry, 'attachments'>;

/** Reads a row of the docket entries: date, number or document, text. `null` where it is none. */
export function readAppellateEntry({ cells }: Row): EntryRow | null {
  const [date, document, text] = cells;
  if (!date || !document || !text || cells.length !== 3) return null;
  const printed = tidy(textOf(text));
  const filedOn = parseCivilDate(textOf(date));
  if (filedOn === null && printed === '') return null;
  return { filedOn, enteredAt: enteredTime(printed), ...documentOf(document), text: printed };
}

function documentOf(
  cell: Cell,
): Pick<AppellateEntry, 'number' | 'documentId' | 'documentUrl' | 'sequence' | 'pages' | 'size'> {
  const texts: string[] = [];
  let href: string | null = null;
  let sequence: string | null = null;
  for (const node of cell.nodes) {
    if (node.type === 'field' && node.name === 'd') sequence ??= /^\d+$/.exec(node.value)?.[0] ?? null;
    if (node.type !== 'text') continue;
    texts.push(tidy(node.text));
    if (node.link && documentIdOf(node.link.href) !== null) href ??= scrub(node.link.href);
  }
  const [, pages, size] = texts.map((each) => /^(\d{1,6}) pg, ([\d.,]+ [KMG]?B)$/.exec(each)).find(Boolean) ?? [];
  return {
    number: texts.find((each) => /^\d+$/.test(each)) ?? null,
    documentId: href === null ? null : documentIdOf(href),
    documentUrl: href === null ? null : documentUrl(href),
    sequence,
    // Of documents that may not be seen it says `0 pg, 0 KB`.
    pages: Number(pages ?? 0) || null,
    size: Number(pages ?? 0) ? size! : null,
  };
}
