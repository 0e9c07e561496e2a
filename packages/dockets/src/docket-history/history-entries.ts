import type { Court } from '../courts/court.js';
import { proseOf, textOf } from '../html/block-text.js';
import type { Cell, Link, Row, Table } from '../html/page.js';
import { documentLink } from '../identifiers/document-link.js';
import { scrub } from '../text/scrub.js';
import { tidyOrNull } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';
import type { DocketHistory, HistoryEntry } from './docket-history.js';

/** Reads the table with a column `Description`; `null` where the page has none. */
export function readHistoryEntries(
  tables: readonly Table[],
  court: Court,
): Pick<DocketHistory, 'entries' | 'caseId'> | null {
  const table = tables.find(({ rows }) => rows.some(isHeader));
  if (table === undefined) return null;
  const entries: HistoryEntry[] = [];
  const docket: Docket = { court, caseIds: new Set() };
  for (const row of table.rows) {
    const cells = row.cells.filter(({ header }) => !header);
    const previous = entries.at(-1);
    if (cells.length === 3) entries.push(readEntry(cells as [Cell, Cell, Cell], docket));
    else if (cells.length > 0 && previous) entries[entries.length - 1] = { ...previous, text: longText(cells) };
  }
  const [caseId = null] = docket.caseIds.size === 1 ? docket.caseIds : [];
  return { entries, caseId };
}

/** Whose entries they are. */
interface Docket {
  readonly court: Court;
  /** What links and buttons call the case; one, where they agree. */
  readonly caseIds: Set<string>;
}

function isHeader({ cells }: Row): boolean {
  return cells.some((cell) => cell.header && /\bDescription\b/.test(textOf(cell)));
}

function readEntry([number, dates, label]: readonly [Cell, Cell, Cell], { court, caseIds }: Docket): HistoryEntry {
  const links = linksOf(number);
  // A number has one link; where there are more, they are of its files.
  const target = links.length === 1 ? documentLink(links[0]!, court.id) : null;
  const pressed = buttonOf(label);
  for (const caseId of [target?.caseId, pressed?.caseId]) if (caseId) caseIds.add(caseId);
  return {
    number: tidyOrNull(textOf(number)),
    documentId: target?.documentId ?? null,
    documentUrl: target?.url ?? null,
    sequence: target?.sequence ?? pressed?.sequence ?? null,
    ...readDates(textOf(dates)),
    label: scrub(proseOf(label)),
    text: null,
  };
}

function readDates(text: string): Pick<HistoryEntry, 'filedOn' | 'enteredOn' | 'terminatedOn'> {
  const date = (name: string): string | null =>
    parseCivilDate(new RegExp(String.raw`${name}:\s*(\S+)`).exec(text)?.[1] ?? '');
  const both = date('Filed & Entered');
  return { filedOn: both ?? date('Filed'), enteredOn: both ?? date('Entered'), terminatedOn: date('Terminated') };
}

function linksOf(cell: Cell): readonly Link[] {
  const links = new Set<Link>();
  for (const node of cell.nodes) if (node.type === 'text' && node.link !== null) links.add(node.link);
  return [...links];
}

/** `javascript:DktText('…','CASE','NUMBER','SEQUENCE','…')` around the image of a ball. */
const button = /\bDktText\('[^']*','(\d*)','[^']*','(\d+)'/;

function buttonOf(cell: Cell): { readonly caseId: string; readonly sequence: string } | null {
  for (const { href } of linksOf(cell)) {
    const [, caseId, sequence] = button.exec(href) ?? [];
    if (sequence !== undefined) return { caseId: caseId!, sequence };
  }
  return null;
}

function longText(cells: readonly Cell[]): string | null {
  return (
    scrub(
      cells
        .map(proseOf)
        .join(' ')
        .replace(/^\s*Docket Text:\s*/, ''),
    ).trim() || null
  );
}
