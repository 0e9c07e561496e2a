import { VigilError } from '@vigil/errors';
import { linesOf, textOf } from '../html/block-text.js';
import type { Block, Cell, Row, Table, TextRun } from '../html/page.js';
import { readPage } from '../html/read-page.js';
import { parseDocketNumber } from '../identifiers/docket-number.js';
import { collapse } from '../text/collapse.js';
import { tidy, tidyOrNull } from '../text/tidy.js';
import { parseNamedDate } from '../time/named-date.js';
import { ContactReader } from './contact-reader.js';
import { absoluteAddress, filingOf } from './document-address.js';
import { HeadReader, type HeadCell, type HeadLabel } from './head-reader.js';
import { linkedNumbers } from './linked-numbers.js';
import { lowerNumbersOf } from './lower-numbers.js';
import { plainNumber } from './plain-number.js';
import type { ScotusDocket, ScotusDocument } from './scotus-docket.js';

/**
 * Reads a docket of the Supreme Court from its page: of today, of 2017 on (`/docket/docketfiles/html/public/`), or
 * of before (`/docketfiles/NUMBER.htm`). Pure. Throws NOT_A_DOCKET where the page has no case number.
 */
export function readScotusPage(bytes: Uint8Array): ScotusDocket {
  const reader = new PageReader();
  reader.readBlock(readPage(bytes).body);
  const { head } = reader;
  if (head.number === null) throw new VigilError('NOT_A_DOCKET', 'the page has no docket number of the Supreme Court');
  const printedNumber = plainNumber(head.number);
  const text = (label: HeadLabel): string | null => tidyOrNull(head.values.get(label));
  const date = (label: HeadLabel): string | null => parseNamedDate(head.values.get(label) ?? '');
  const [petitionerTitle = null, respondentTitle = null] = (text('title') ?? '').split(/ v\. (.*)/, 2);
  return {
    printedNumber,
    docketNumber: parseDocketNumber(printedNumber, 'SUPREME'),
    isCapital: /\bCAPITAL CASE\b/.test(head.number),
    status: text('status'),
    petitionerTitle: petitionerTitle === '' ? null : petitionerTitle,
    respondentTitle,
    docketedOn: date('docketed'),
    createdOn: null,
    linkedWith: linkedNumbers(text('linked') ?? ''),
    relatedCases: [],
    lowerCourt: text('lowerCourt'),
    printedLowerNumbers: text('lowerNumbers'),
    lowerNumbers: lowerNumbersOf(text('lowerNumbers') ?? ''),
    lowerDecidedOn: date('lowerDecision'),
    rehearingDeniedOn: date('rehearing'),
    discretionaryDecisionOn: date('discretionary'),
    questionsUrl: absoluteAddress(head.questionsHref ?? ''),
    entries: reader.entries.map((entry) => ({ ...entry, text: tidy(entry.text) })),
    parties: reader.contacts.parties,
  };
}

interface OpenEntry {
  readonly date: string | null;
  text: string;
  readonly documents: ScotusDocument[];
}

/** Reads a page from its beginning: its head, then its entries, then its attorneys. */
class PageReader {
  readonly head = new HeadReader();
  readonly entries: OpenEntry[] = [];
  readonly contacts = new ContactReader();
  #headIsOver = false;

  readBlock(block: Block): void {
    for (const node of block.nodes) {
      if (node.type === 'table') this.#readTable(node);
      else if (node.type === 'text') this.#readRun(node);
    }
  }

  #readTable(table: Table): void {
    const hadContacts = this.contacts.hasBegun;
    for (const row of table.rows) {
      if (!this.#readRow(row)) row.cells.forEach((cell) => this.readBlock(cell));
    }
    if (this.contacts.hasBegun && !hadContacts) this.contacts.endRows();
  }

  #readRun({ text }: TextRun): void {
    const line = tidy(text);
    if (line === '' || this.head.number === null) return;
    if (!this.contacts.readHeading(line) && this.contacts.hasBegun) this.contacts.readLine(line);
  }

  /** Whether the row was read as a whole; what stands in its cells is looked at one by one where it was not. */
  #readRow({ cells }: Row): boolean {
    if (cells.length > 3) return false;
    const first = tidy(ownText(cells[0]));
    if (this.contacts.readHeading(first) || this.contacts.readParty(first)) return true;
    if (this.contacts.hasBegun) return this.#readContactRow(cells);
    if (this.head.number !== null && cells.length === 2 && this.#readEntryRow(first, cells[1]!)) return true;
    // The titles of the entries' columns. Today's pages have none.
    this.#headIsOver ||= this.entries.length > 0 || /^[~\s]*Date[~\s]*$/.test(first);
    return !this.#headIsOver && this.head.read(cells.map(headCell));
  }

  #readContactRow(cells: readonly Cell[]): boolean {
    const [names, address, phones] = cells.map((cell) =>
      linesOf(cell)
        .map(tidy)
        .filter((line) => line !== ''),
    );
    if (!names || !address || !phones) return false;
    this.contacts.readRow([names, address, phones]);
    return true;
  }

  #readEntryRow(first: string, cell: Cell): boolean {
    const date = parseNamedDate(first);
    const last = this.entries.at(-1);
    if (date === null && (first !== '' || !last)) return false;
    const { text, documents } = contentOf(cell);
    if (date !== null) this.entries.push({ date, text, documents: [...documents] });
    else {
      // Old pages break a text into rows, and end it with a row of stars; others give documents a row of their own.
      if (!/^\s*\*+\s*$/.test(text)) last!.text += ` ${text}`;
      last!.documents.push(...documents);
    }
    return true;
  }
}

function ownText(cell: Cell | undefined): string {
  return cell === undefined ? '' : cell.nodes.map((node) => (node.type === 'text' ? node.text : ' ')).join('');
}

function headCell(cell: Cell): HeadCell {
  const linked = cell.nodes.find((node) => node.type === 'text' && node.link !== null) as TextRun | undefined;
  return {
    text: collapse(ownText(cell)),
    wholeText: collapse(linesOf(cell).join(' ')),
    href: linked?.link?.href ?? null,
  };
}

/** Links to documents of the docket come after the text; other links (to opinions) are words of it. */
function contentOf(cell: Cell): { readonly text: string; readonly documents: readonly ScotusDocument[] } {
  const documents: ScotusDocument[] = [];
  const nodes = cell.nodes.filter((node) => {
    if (node.type !== 'text' || node.link === null) return true;
    const url = absoluteAddress(node.link.href);
    if (url === null || !/\/DocketPDF\//i.test(url)) return true;
    documents.push({ description: tidyOrNull(node.text), url, filing: filingOf(url) });
    return false;
  });
  return { text: textOf({ nodes }), documents };
}
