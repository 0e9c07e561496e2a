/** A page as its rows: what the checks and the drill take away, spoil and turn round. */
import { Parser } from 'htmlparser2';

export type Format = 'xml' | 'html' | 'json';

/** A page cut into rows: items of a feed, rows of its longest table, or members of its longest list. */
export interface Rows {
  readonly format: Format;
  /** Each as it stands in the page, bytes as ISO-8859-1 characters. */
  readonly rows: readonly string[];
  /** The page with other rows in place of its own. */
  readonly with: (rows: readonly string[]) => Uint8Array;
}

/** Cuts a page; it has no rows where none are found. */
export function rowsOf(body: Uint8Array): Rows {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return jsonRows(Buffer.from(body).toString('utf8'));
  const items = [...text.matchAll(/<(item|entry)\b[\s\S]*?<\/\1>/g)].map(
    ({ 0: row, index }) => [index, index + row.length] as const,
  );
  if (items.length > 0) return cut('xml', text, items);
  return /^<\?xml|^<rss\b|^<feed\b/.test(start) ? cut('xml', text, []) : cut('html', text, longestTable(text));
}

type Span = readonly [start: number, end: number];

function cut(format: Format, text: string, spans: readonly Span[]): Rows {
  return {
    format,
    rows: spans.map(([start, end]) => text.slice(start, end)),
    with: (rows) => {
      const [first, last] = [spans[0], spans.at(-1)];
      if (!first || !last) return Buffer.from(text, 'latin1');
      return Buffer.from(text.slice(0, first[0]) + rows.join('\n') + text.slice(last[1]), 'latin1');
    },
  };
}

/** The rows of the table that has most of them, those of tables within it left in place. */
function longestTable(text: string): readonly Span[] {
  const open: { starts: number[]; spans: Span[] }[] = [];
  let longest: readonly Span[] = [];
  const endRow = (at: number): void => {
    const table = open.at(-1);
    const start = table?.starts.pop();
    if (table && start !== undefined) table.spans.push([start, at]);
  };
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'table') open.push({ starts: [], spans: [] });
      if (name !== 'tr') return;
      endRow(parser.startIndex);
      open.at(-1)?.starts.push(parser.startIndex);
    },
    onclosetag: (name, implied) => {
      if (name === 'tr') endRow(implied ? parser.startIndex : parser.endIndex + 1);
      if (name !== 'table') return;
      endRow(parser.startIndex);
      const spans = open.pop()?.spans ?? [];
      if (spans.length > longest.length) longest = spans;
    },
  });
  parser.end(text);
  return longest;
}

function jsonRows(text: string): Rows {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return { format: 'json', rows: [], with: () => Buffer.from(text) };
  }
  let longest: unknown[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value) && value.length > longest.length && value.every((row) => typeof row === 'object'))
      longest = value;
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(whole);
  const list = longest;
  const rows = list.map((row) => JSON.stringify(row));
  return {
    format: 'json',
    rows,
    with: (others) => {
      list.splice(0, list.length, ...others.map((row) => JSON.parse(row) as unknown));
      const body = Buffer.from(JSON.stringify(whole));
      list.splice(0, list.length, ...rows.map((row) => JSON.parse(row) as unknown));
      return body;
    },
  };
}

/** A named piece of a row: an element of an item, a cell, a member. */
export interface Field {
  readonly name: string;
  /** Its content. */
  readonly value: string;
  /** The row with another content in its place. */
  readonly with: (value: string) => string;
}

/** The fields of a row, in its order. */
export function fieldsOf(format: Format, row: string): readonly Field[] {
  if (format === 'json') {
    const members = JSON.parse(row) as Record<string, unknown>;
    return Object.entries(members).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : '',
      with: (other) => JSON.stringify({ ...members, [name]: other }),
    }));
  }
  const pattern =
    format === 'xml' ? /<([\w:]+)\b[^>]*>([\s\S]*?)<\/\1>/g : /<(td)\b[^>]*>([\s\S]*?)(?=<\/?t[dr]\b|$)/gi;
  const inner = format === 'xml' ? row.indexOf('>') + 1 : 0;
  return [...row.slice(inner).matchAll(pattern)].map(({ 0: whole, 1: name, 2: value = '', index }, n) => {
    const start =
      inner + index + whole.lastIndexOf(value, format === 'xml' ? whole.lastIndexOf('</') - value.length : undefined);
    return {
      name: format === 'xml' ? name! : `column ${n + 1}`,
      value,
      with: (other) => row.slice(0, start) + other + row.slice(start + value.length),
    };
  });
}
