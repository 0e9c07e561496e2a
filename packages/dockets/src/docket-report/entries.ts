import type { Court } from '../courts/court.js';
import { linesOf, proseOf, textOf } from '../html/block-text.js';
import type { Block, Cell, Link, Row, Table } from '../html/page.js';
import { documentLink } from '../identifiers/document-link.js';
import { collapse } from '../text/collapse.js';
import { scrub } from '../text/scrub.js';
import { tidy } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';
import type { DocketReport, ReportedEntry } from './docket-report.js';
import { findEntryRows } from './entry-rows.js';
import { readFiles } from './files.js';

/** How a table of entries is laid out. */
interface Columns {
  /** Whether its first column is the date of entry. */
  readonly entered: boolean;
  /** Columns between number and text, for boxes to select documents with; below 0 where the number is in the text. */
  readonly between: number;
}

/** Whose entries they are. */
interface Docket {
  readonly court: Court;
  /** What the links of entries call the case; one, where they agree. */
  readonly caseIds: Set<string>;
}

/** Reads the table of entries; `null` where the page has none. */
export function readEntries(body: Block, court: Court): Pick<DocketReport, 'orderedBy' | 'entries' | 'caseId'> | null {
  const found = findEntryRows(body);
  if (found === null) return null;
  const columns = columnsOf(found.header);
  const entries: ReportedEntry[] = [];
  const docket: Docket = { court, caseIds: new Set() };
  for (const row of found.rows) {
    const cells = row.cells.filter(({ header }) => !header);
    const files = filesOf(cells);
    const entry = files === null ? readEntry(cells, columns, docket) : null;
    if (entry !== null) entries.push(entry);
    else if (files !== null && entries.length > 0) entries.push({ ...entries.pop()!, files: readFiles(files, court) });
  }
  const [caseId = null] = docket.caseIds.size === 1 ? docket.caseIds : [];
  return { orderedBy: columns.entered ? 'ENTERED' : 'FILED', entries, caseId };
}

function columnsOf(header: Row): Columns {
  const names = header.cells.map((cell) => collapse(textOf(cell)));
  const text = names.findIndex((name) => name.includes('Docket Text'));
  const number = names.indexOf('#');
  return {
    entered: names[0] === 'Date Entered' || names[0] === 'Docket Date',
    between: number >= 0 && number < text ? text - number - 1 : Math.min(text - 2, 0),
  };
}

/** In a report made to view multiple documents: the table of an entry's files, in a row below it without a date. */
function filesOf(cells: readonly Cell[]): Table | null {
  if (cells.length < 3 || /\S/.test(textOf(cells[0]!))) return null;
  return cells.at(-1)!.nodes.find((node): node is Table => node.type === 'table') ?? null;
}

/** `null` for a row that says nothing. */
function readEntry(
  cells: readonly Cell[],
  { entered, between }: Columns,
  { court, caseIds }: Docket,
): ReportedEntry | null {
  const last = cells.at(-1);
  const numbered = between < 0 ? last : cells.at(-2 - between);
  if (last === undefined || numbered === undefined || cells.length < 3 + Math.min(between, 0)) return null;
  const date = parseCivilDate(textOf(cells[0]!));
  const printed = tidy(linesOf(numbered).join(' '));
  const word = /^\S+/.exec(printed)?.[0] ?? null;
  const number = between < 0 && !/^\d+$/.test(word ?? '') ? null : word;
  const prose = proseOf(last);
  const text = scrub(between < 0 ? withoutNumber(prose) : prose);
  if (date === null && number === null && text === '') return null;
  const link = number === null ? null : linkOf(numbered, number);
  const target = link === null ? null : documentLink(link, court.id);
  if (target?.caseId) caseIds.add(target.caseId);
  return {
    filedOn: entered ? null : date,
    enteredOn: (entered ? date : null) ?? entryDateIn(text),
    number,
    printedNumber: between < 0 ? null : printed,
    documentId: target?.documentId ?? null,
    documentUrl: target?.url ?? null,
    sequence: target?.sequence ?? selectedSequence(cells),
    text,
    files: none,
  };
}

const none: readonly never[] = [];

/** The number's own link; other links of its cell are of browser extensions, or of the text. */
function linkOf(cell: Cell, number: string): Link | null {
  for (const node of cell.nodes) {
    if (node.type === 'text' && node.link !== null && node.text.trim() === number) return node.link;
  }
  return null;
}

/** `20 (16 pgs; 4 docs) Motion …`: the text, where number and text share a cell (N.D. Tex. bankruptcy). */
function withoutNumber(text: string): string {
  return text.replace(/^\d+\s(?:\(\d+ pgs(?:; \d+ docs)?\)\s)?/, '');
}

/** `(Entered: 01/09/2009)`, the last where one text quotes another. */
function entryDateIn(text: string): string | null {
  const at = text.lastIndexOf('Entered: ');
  return at < 0 ? null : parseCivilDate(text.slice(at + 'Entered: '.length, at + 24));
}

/** The box to select an entry's documents with names the entry. */
function selectedSequence(cells: readonly Cell[]): string | null {
  for (const { nodes } of cells) {
    for (const node of nodes) {
      if (node.type === 'field' && node.name === 'arr_de_seq_nums' && /^\d+$/.test(node.value)) return node.value;
    }
  }
  return null;
}
