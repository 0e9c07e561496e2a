/**
 * The rules of HTML 5 for tables, as far as text and cells are concerned: a cell ends where the next one, its row
 * or its table ends, whatever was left open in it; what stands in a table but in no cell comes before the table.
 * (The tree that htmlparser2 itself builds lets one unclosed `<font>` swallow the rest of a docket.)
 */
import { VigilError } from '@vigil/errors';
import { Style, type Block, type Cell, type Link, type Node, type Row, type Table } from './page.js';
import type { TagKind } from './tags.js';

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenBlock = Block & { readonly nodes: Node[] };
type OpenTable = Open<Table> & { readonly rows: OpenRow[] };
type OpenRow = Row & { readonly cells: Cell[] };
type OpenRun = Open<Extract<Node, { type: 'text' }>>;

/** Where text goes, and what is open there. */
interface Place {
  readonly block: OpenBlock;
  /** Styles of the surroundings, which no tag in here closes. */
  readonly inherited: number;
  style: number;
  link: Link | null;
  /** How many elements of each kind are open; those that matter for style and for tables only. */
  open: Partial<Record<TagKind, number>> | null;
  /** The open elements that tables can stand in, the outermost first. */
  wrappers: { readonly kind: TagKind; readonly serial: number }[] | null;
}

const placeIn = (block: OpenBlock, inherited: number): Place => ({
  block,
  inherited,
  style: inherited,
  link: null,
  open: null,
  wrappers: null,
});

/** A table that is open, and the place that it stands in. */
interface Frame {
  readonly table: OpenTable;
  readonly outside: Place;
  row: OpenRow | null;
  cell: Cell | null;
}

const styles: Readonly<Partial<Record<TagKind, number>>> = {
  bold: Style.BOLD,
  italic: Style.ITALIC,
  underlined: Style.UNDERLINED,
  center: Style.CENTERED,
  heading: Style.HEADING,
  font: Style.FONT,
};
/** Elements that tables stand in. */
const wrapping: ReadonlySet<TagKind> = new Set(['center', 'wrapper']);
/** What a cell takes over from around its table. */
const surroundings = Style.CENTERED | Style.HEADING | Style.FONT;

/** Tables nest four deep on courts' pages. */
const deepest = 32;

function endElement(place: Place, kind: TagKind): void {
  const left = place.open![kind]! - 1;
  place.open![kind] = left;
  if (left === 0) place.style = (place.style & ~(styles[kind] ?? 0)) | place.inherited;
}

/** Builds a page from its tags and texts, given in their order. Throws NOT_A_DOCKET where tables nest too deep. */
export class PageBuilder {
  readonly body: OpenBlock = { nodes: [] };
  /** Every table, in the order of their beginnings. */
  readonly tables: Table[] = [];
  readonly #frames: Frame[] = [];
  #place = placeIn(this.body, 0);
  /** Whether a table is open, but no cell in it. */
  #betweenCells = false;
  /** The run that the next text continues, if no tag comes between. */
  #run: OpenRun | null = null;
  #serial = 0;
  #silent = false;
  #linkIsEmpty = false;

  text(text: string): void {
    if (this.#silent) return;
    if (this.#run !== null) {
      this.#run.text += text;
    } else if (!this.#betweenCells || /\S/.test(text)) {
      this.#run = { type: 'text', text, style: this.#place.style, link: this.#place.link };
      this.#linkIsEmpty = false;
      this.#put(this.#run);
    }
  }

  /** Opens a tag. Returns what its attributes are to be written to, where they matter. */
  open(kind: TagKind): Record<string, string> | null {
    this.#run = null;
    switch (kind) {
      case 'cell':
        this.#openCell(false);
        break;
      case 'headerCell':
        this.#openCell(true);
        break;
      case 'row':
        this.#openRow();
        break;
      case 'section':
        this.#closeRow();
        break;
      case 'table':
        this.#openTable();
        break;
      case 'break':
        this.#put({ type: 'break', style: this.#place.style });
        break;
      case 'link': {
        const link = { href: '', script: '' };
        this.#place.link = link;
        this.#linkIsEmpty = true;
        return link;
      }
      case 'field': {
        const field = { type: 'field' as const, id: '', name: '', value: '' };
        this.#put(field);
        return field;
      }
      case 'silent':
        this.#silent = true;
        break;
      case 'other':
        break;
      case 'bold':
      case 'center':
      case 'font':
      case 'heading':
      case 'italic':
      case 'underlined':
      case 'wrapper':
        this.#openElement(kind);
    }
    return null;
  }

  close(kind: TagKind): void {
    this.#run = null;
    switch (kind) {
      case 'cell':
      case 'headerCell':
        this.#closeCell(kind === 'headerCell');
        break;
      case 'row':
      case 'section':
        this.#closeRow();
        break;
      case 'table':
        this.#closeTable();
        break;
      case 'link':
        this.#closeLink();
        break;
      case 'silent':
        this.#silent = false;
        break;
      case 'break':
      case 'field':
      case 'other':
        break;
      case 'bold':
      case 'center':
      case 'font':
      case 'heading':
      case 'italic':
      case 'underlined':
      case 'wrapper':
        this.#closeElement(kind);
    }
  }

  /** A link around an image has no text, but leads somewhere all the same. */
  #closeLink(): void {
    const { link, style } = this.#place;
    if (link === null) return;
    if (this.#linkIsEmpty && link.href !== '') this.#put({ type: 'text', text: '', style, link });
    this.#place.link = null;
  }

  #put(node: Node): void {
    const { nodes } = this.#place.block;
    // Between cells, the open table is the last node of the place around it.
    if (this.#betweenCells) nodes.splice(-1, 0, node);
    else nodes.push(node);
  }

  #openElement(kind: TagKind): void {
    const place = this.#place;
    place.open ??= {};
    place.open[kind] = (place.open[kind] ?? 0) + 1;
    place.style |= styles[kind] ?? 0;
    if (!wrapping.has(kind)) return;
    this.#serial += 1;
    (place.wrappers ??= []).push({ kind, serial: this.#serial });
    if (kind === 'center') for (const { table } of this.#frames) table.centers = true;
  }

  #closeElement(kind: TagKind): void {
    const place = this.#place;
    // What is open outside this cell is not closed in it.
    if (!place.open?.[kind]) return;
    if (!wrapping.has(kind)) return endElement(place, kind);
    // With it ends what was opened within it.
    let ended: TagKind;
    do {
      ended = place.wrappers!.pop()!.kind;
      endElement(place, ended);
    } while (ended !== kind);
  }

  #openTable(): void {
    if (this.#betweenCells) this.#closeTable();
    if (this.#frames.length === deepest) throw new VigilError('NOT_A_DOCKET', 'tables nest deeper than any court’s do');
    const parent = this.#place.wrappers?.at(-1)?.serial ?? 0;
    const table: OpenTable = { type: 'table', rows: [], parent, centers: false };
    this.#place.block.nodes.push(table);
    this.tables.push(table);
    this.#frames.push({ table, outside: this.#place, row: null, cell: null });
    this.#betweenCells = true;
  }

  #openRow(): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    this.#leaveCell(frame);
    frame.row = { cells: [] };
    frame.table.rows.push(frame.row);
  }

  #openCell(header: boolean): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    if (frame.row === null) this.#openRow();
    const cell: Cell & OpenBlock = { header, nodes: [] };
    frame.row!.cells.push(cell);
    frame.cell = cell;
    this.#place = placeIn(cell, frame.outside.style & surroundings);
    this.#betweenCells = false;
  }

  #closeCell(header: boolean): void {
    const frame = this.#frames.at(-1);
    if (frame?.cell?.header === header) this.#leaveCell(frame);
  }

  #closeRow(): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    this.#leaveCell(frame);
    frame.row = null;
  }

  #closeTable(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    this.#place = frame.outside;
    this.#betweenCells = false;
  }

  #leaveCell(frame: Frame): void {
    frame.cell = null;
    this.#place = frame.outside;
    this.#betweenCells = true;
  }
}
