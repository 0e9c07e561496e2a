import { hasStyle, textOf } from '../html/block-text.js';
import { Style, type Cell, type Row, type Table } from '../html/page.js';
import { collapse } from '../text/collapse.js';
import { tidy, tidyOrNull } from '../text/tidy.js';
import { parseCivilDate } from '../time/civil-date.js';
import { readAttorneys } from './attorneys.js';
import { Charges } from './charges.js';
import type { Attorney, Party } from './docket-report.js';

/** District courts print a party's type in a row of its own, bold and underlined. */
const underlined = Style.BOLD | Style.UNDERLINED;
/** Bankruptcy courts print it above the name, bold and italic. */
const italic = Style.BOLD | Style.ITALIC;
/** Adversary proceedings print it above dashes. */
const dashes = /-{4,}/;

/** A party whose charges may still follow. */
type Entered = Omit<Party, 'criminal'> & { readonly charges: Charges };

/** Whether a table lists parties: names the type of one somewhere. */
export function listsParties(table: Table): boolean {
  return table.rows.some(namesType);
}

/** Reads the parties that a report's tables list. `adversary`: whether one heading stands for all that follow. */
export function readParties(tables: readonly Table[], adversary: boolean): readonly Party[] {
  const reader = new PartyReader(adversary);
  const rows = tables.flatMap((table) => table.rows);
  rows.forEach((row, index) => reader.read(row, rows[index + 1]));
  return reader.parties();
}

/** Whether a row's first cell holds the type of a party in one of the three ways. */
function namesType(row: Row): boolean {
  const cell = row.cells.find(({ header }) => !header);
  return (
    cell !== undefined &&
    (hasStyle(cell, underlined) ||
      beginsWithType(cell) ||
      cell.nodes.some((node) => node.type === 'text' && (node.style & Style.BOLD) !== 0 && dashes.test(node.text)))
  );
}

/** Bold italics behind the name are a remark on it. */
function beginsWithType(cell: Cell): boolean {
  const bold = cell.nodes.find(
    (node) => node.type === 'text' && (node.style & Style.BOLD) !== 0 && /\S/.test(node.text),
  );
  return bold?.type === 'text' && (bold.style & italic) === italic;
}

class PartyReader {
  readonly #adversary: boolean;
  readonly #entered: Entered[] = [];
  readonly #byName = new Map<string | null, Omit<Entered, 'charges'>>();
  readonly #namesakes = new Set<string>();
  #type: string | null = null;
  #charges = new Charges();

  constructor(adversary: boolean) {
    this.#adversary = adversary;
  }

  read(row: Row, next: Row | undefined): void {
    const cells = row.cells.filter(({ header }) => !header);
    const text = collapse(cells.slice(0, 2).map(textOf).join(' '));
    if (text === '' || text.toLowerCase() === 'v.') return;
    if (hasStyle(cells[0]!, underlined)) this.#readHeading(cells, next);
    else if (this.#charges.open && !/represented by/i.test(text)) this.#charges.add(cells);
    else if (isBold(row)) this.#readParty(cells, text);
  }

  parties(): readonly Party[] {
    const contacts = new Map<string, Pick<Attorney, 'contact' | 'email'>>();
    return this.#entered.map(({ charges, attorneys, ...party }) => ({
      ...party,
      attorneys: attorneys?.map((attorney) => withContact(attorney, contacts)) ?? null,
      criminal: charges.facts(),
    }));
  }

  #readHeading(cells: readonly Cell[], next: Row | undefined): void {
    const heading = tidy(textOf(cells[0]!));
    if (this.#charges.enter(heading)) return;
    // What is followed by no bold name is no type of a party, but a heading of something else.
    if (cells.length === 1 && next !== undefined && isBold(next)) this.#type = heading;
  }

  #readParty(cells: readonly Cell[], text: string): void {
    const [first, , third] = cells;
    if (dashes.test(text)) {
      this.#type = tidyOrNull(textOf(first!).split(dashes)[0]);
      if (cells.length === 1) return;
    } else if (beginsWithType(first!)) {
      this.#type = tidyOrNull(italicText(first!));
    } else if (cells.length === 3 && /service list/i.test(text)) {
      this.#type = 'Service List';
    }
    const { name, extra } = nameIn(first!);
    const attorneys = third === undefined || cells.length > 3 ? null : readAttorneys(third);
    if (name === null && this.#type === null) return;
    this.#enter({ type: this.#type, name, extra, terminatedOn: terminationIn(extra), attorneys });
    if (!this.#adversary) this.#type = null;
  }

  #enter(party: Omit<Entered, 'charges'>): void {
    if (this.#isKnown(party)) return;
    this.#charges = new Charges();
    this.#entered.push({ ...party, charges: this.#charges });
  }

  /** Reports list some parties twice. Only namesakes, which are few, are compared in full. */
  #isKnown(party: Omit<Entered, 'charges'>): boolean {
    const namesake = this.#byName.get(party.name);
    if (namesake === undefined) {
      this.#byName.set(party.name, party);
      return false;
    }
    const all = JSON.stringify(party);
    const known = this.#namesakes.add(JSON.stringify(namesake)).has(all);
    this.#namesakes.add(all);
    return known;
  }
}

function terminationIn(extra: readonly string[]): string | null {
  return parseCivilDate(/terminated:\s+(\S+)/i.exec(extra.join(' '))?.[1] ?? '');
}

const isBold = (row: Row): boolean => row.cells.some((cell) => hasStyle(cell, Style.BOLD));

/** The first text in italics, up to its end. */
function italicText(cell: Cell): string {
  let text = '';
  for (const node of cell.nodes) {
    if (node.type === 'text' && (node.style & Style.ITALIC) !== 0) text += node.text;
    else if (/\S/.test(text)) break;
  }
  return text;
}

/** The first text that begins in plain bold, and the lines that are not bold: `**Quill, **in his capacity as …`. */
function nameIn(cell: Cell): Pick<Party, 'name' | 'extra'> {
  let name = '';
  let state: 'before' | 'within' | 'behind' = 'before';
  const extra: string[] = [];
  for (const node of cell.nodes) {
    if (node.type !== 'text' && node.type !== 'break') continue;
    const bold = (node.style & Style.BOLD) !== 0;
    if (state === 'before' && (node.style & (underlined | italic)) === Style.BOLD && node.type === 'text')
      state = 'within';
    else if (state === 'within' && !bold) state = 'behind';
    const text = node.type === 'text' ? node.text : ' ';
    if (state === 'within') name += text;
    // What is in italics within the name is told of it, too.
    if (!bold || (state === 'within' && (node.style & Style.ITALIC) !== 0)) extra.push(tidy(text));
  }
  return { name: tidyOrNull(name), extra: extra.filter((line) => line !== '') };
}

/** "(See above for address)" is the contact that the same lawyer had before. */
function withContact(attorney: Attorney, contacts: Map<string, Pick<Attorney, 'contact' | 'email'>>): Attorney {
  if (attorney.contact.length === 0) return attorney;
  if (/see\s+above/i.test(attorney.contact.join(' '))) {
    return { ...attorney, ...(contacts.get(attorney.name) ?? { contact: [], email: null }) };
  }
  contacts.set(attorney.name, { contact: attorney.contact, email: attorney.email });
  return attorney;
}
