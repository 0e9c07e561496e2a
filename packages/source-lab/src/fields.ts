import type { Format } from './rows.js';
import { closings, tagsOf } from './tags.js';

/** A named piece of a row: an element of an item, a cell, a member. */
export interface Field {
  readonly name: string;
  /** Its content, with markup; of a member that is no text, its JSON, and nothing of `null`. */
  readonly value: string;
  /** The row with another content in its place, all else as it was. */
  readonly with: (value: string) => string;
}

/** The fields of a row, in its order; those within fields are parts of them. */
export function fieldsOf(format: Format, row: string): readonly Field[] {
  return { json: members, xml: elements, html: cells }[format](row);
}

// As a function, since Array.isArray does not tell a list that is read only from an object.
const isList = (of: object): of is readonly unknown[] => Array.isArray(of);

function members(row: string): readonly Field[] {
  const of = JSON.parse(row) as Record<string, unknown> | readonly unknown[];
  return Object.entries(of).map(([name, value]) => ({
    name: isList(of) ? `column ${Number(name) + 1}` : name,
    value: typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value),
    with: (other) => JSON.stringify(isList(of) ? of.with(Number(name), other) : { ...of, [name]: other }),
  }));
}

function field(row: string, name: string, [start, end]: readonly [start: number, end: number]): Field {
  return { name, value: row.slice(start, end), with: (other) => row.slice(0, start) + other + row.slice(end) };
}

function elements(row: string): readonly Field[] {
  const tags = tagsOf(row, { xml: true });
  const ends = closings(tags);
  const found: Field[] = [];
  for (let at = 1; at < tags.length; at += 1) {
    const end = ends.get(at);
    if (end === undefined) continue;
    found.push(field(row, tags[at]!.name, [tags[at]!.end, tags[end]!.start]));
    at = end;
  }
  return found;
}

function cells(row: string): readonly Field[] {
  const found: Field[] = [];
  let start: number | null = null;
  let within = 0;
  const endCell = (end: number): void => {
    if (start !== null) found.push(field(row, `column ${found.length + 1}`, [start, end]));
    start = null;
  };
  for (const tag of tagsOf(row, { xml: false })) {
    if (tag.name === 'table') within = Math.max(0, within + (tag.kind === 'open' ? 1 : -1));
    if (within > 0 || !/^t[dhr]$/.test(tag.name)) continue;
    // A cell that is not closed ends where the next begins, or the row.
    endCell(tag.start);
    if (tag.name === 'td' && tag.kind === 'open') start = tag.end;
  }
  endCell(row.length);
  return found;
}
